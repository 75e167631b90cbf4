import Foundation
import Models

/// A form that could not be processed, to be sent again: all its fields, and its address. It is kept in its author's
/// browser, in fields of the pages in between; the server stores nothing of it.
struct KeptForm: Sendable {
    let action: String
    let form: Form
    /// Whether it came with a failed sign-in.
    let isOfSignIn: Bool

    /// Fails for a form with a password, unless it is a sign-in that carries another form, which is then used.
    init?(_ form: Form) {
        if form.has("kept") {
            guard let bytes = Self.decode(form["kept"]), let inner = try? Form(bytes: bytes) else { return nil }
            (action, self.form, isOfSignIn) = (form["keptFor"], inner, true)
        } else {
            guard !form.sentTo.isEmpty, !form.hasPassword else { return nil }
            (action, self.form, isOfSignIn) = (form.sentTo, form, false)
        }
    }

    /// The letter that was written in it.
    var typed: String? { form.typed }

    /// Its fields except the token, for a page.
    var fields: [KeptField] {
        form.entries.filter { $0.name != "csrf" }.map { KeptField(keptName: $0.name, keptValue: $0.value) }
    }

    /// All of it as the value of one field; `nil` when that would be too long.
    var sealed: String? {
        let encoded = fields.map { "\(PercentCoding.encode($0.keptName))=\(PercentCoding.encode($0.keptValue))" }
        let text = Data(encoded.joined(separator: "&").utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return text.utf8.count <= FormFields.keptLimit ? text : nil
    }

    private static func decode(_ text: String) -> [UInt8]? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: plain + padding).map(Array.init)
    }
}

/// A hidden field of a form that is sent again.
struct KeptField: Encodable {
    let keptName: String
    let keptValue: String
}
