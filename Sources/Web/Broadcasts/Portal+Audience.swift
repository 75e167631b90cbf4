import Models

extension Portal {
    /// Returns the firms of a form: those of an earlier draft, all that match a filter, or the ticked ones.
    func audience(_ form: Form, _ person: Int64) async throws -> Audience {
        let key = form["draft"]
        if !key.isEmpty {
            return .picked(try await database.read { db in try Draft.find(db, key, of: person).firmIds(db) })
        }
        if form["all"] == "1" {
            return .matching(
                try FirmFilter(query: form["matching"]), except: Set(form.ids("except")))
        }
        return .picked(form.ids("firm"))
    }
}
