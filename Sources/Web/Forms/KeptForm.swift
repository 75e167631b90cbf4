import Foundation
import Models

/// A form that could not be taken, to be sent once more: all its fields, and where it goes. It travels through the
/// browser of whoever wrote it, in fields of the pages in between; the server keeps none of it.
struct KeptForm: Sendable {
    let action: String
    let form: Form
    /// Whether it came with a sign-in, which has failed.
    let isOfSignIn: Bool

    /// Nothing of a form with a password, unless that signs in for another one: then it is that other one.
    init?(_ form: Form) {
        if form.has("kept") {
            guard let bytes = Self.decode(form["kept"]), let inner = try? Form(bytes: bytes) else { return nil }
            (action, self.form, isOfSignIn) = (form["keptFor"], inner, true)
        } else {
            guard !form.sentTo.isEmpty, !form.hasPassword else { return nil }
            (action, self.form, isOfSignIn) = (form.sentTo, form, false)
        }
    }

    /// The letter that a person wrote in it.
    var typed: String? { form.typed }

    /// Its fields but the token, for a page.
    var fields: [KeptField] {
        form.entries.filter { $0.name != "csrf" }.map { KeptField(keptName: $0.name, keptValue: $0.value) }
    }

    /// All of it as the value of one field; nothing when it is longer than the field may be.
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

/// A hidden field of a form that is sent once more.
struct KeptField: Encodable {
    let keptName: String
    let keptValue: String
}
