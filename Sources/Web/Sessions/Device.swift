/// The name of a browser for its owner, from the User-Agent header: `Chrome, Android`.
enum Device {
    static func name(_ agent: String) -> String {
        let browser = browsers.first { agent.contains($0.mark) }?.name
        let system = systems.first { agent.contains($0.mark) }?.name
        let known = [browser, system].compactMap { $0 }
        return known.isEmpty ? "?" : known.joined(separator: ", ")
    }

    // The first match counts: derived browsers also carry the names of those below them.
    private static let browsers = [
        (mark: "Edg/", name: "Edge"), (mark: "OPR/", name: "Opera"), (mark: "Firefox/", name: "Firefox"),
        (mark: "Chrome/", name: "Chrome"), (mark: "Safari/", name: "Safari"), (mark: "curl/", name: "curl"),
    ]

    private static let systems = [
        (mark: "Android", name: "Android"), (mark: "iPhone", name: "iPhone"), (mark: "iPad", name: "iPad"),
        (mark: "Windows", name: "Windows"), (mark: "Mac OS", name: "Mac"), (mark: "Linux", name: "Linux"),
    ]
}
