@testable import Web

extension TemplateSet {
    /// Renders a page as a text.
    func html(_ page: some Encodable, _ frame: Frame, template: String) -> String? {
        render(page, frame, template: template).map { String(decoding: $0, as: UTF8.self) }
    }
}
