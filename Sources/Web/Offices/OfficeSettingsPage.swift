import Foundation
import Models

/// The office's settings: who it is, and its look.
struct OfficeSettingsPage: OfficePage {
    /// When each part was last saved.
    struct Saves: Encodable {
        let detailsSaved: String?
        let accentSaved: String?
        let logoSaved: String?
        let undoSaved: String?
        let mailSaved: String?

        init(_ saves: OfficeSaves, _ format: Format) {
            let saved = { (at: Date?) in at.map { format.text("offices.savedAt", ["at": format.moment($0)]) } }
            (detailsSaved, accentSaved, logoSaved) = (saved(saves.details), saved(saves.accent), saved(saves.logo))
            undoSaved = saved(saves.undoTime)
            mailSaved = saved(saves.mail)
        }
    }

    var template: String { "offices/settings" }
    static let place = MenuPlace.settings
    let office: OfficeFields
    let accent: AccentFields
    let mail: MailFields
    let hasLogo: Bool
    /// The most bytes of a logo.
    let limit: String
    let saves: Saves
    let staffCount: String
    let preview: OfficePreview
    let detailsAction = Path.officeDetails.text
    let logoAction = Path.officeLogo.text
    let logoRemoval = Path.officeLogoRemoval.text
    let accentAction = Path.officeAccent.text
    let undoTimes: [Option]
    let undoAction = Path.officeUndo.text

    func title(_ text: LanguageText) -> String { text("offices.title") }
}

/// The form of the office's facts.
struct OfficeFields: Encodable {
    let name: String
    let nameError: String?
    let phone: String
    let phoneError: String?
    let email: String
    let emailError: String?
    let address: String
    let addressError: String?
    let openingHours: String
    let openingHoursError: String?
    let timeZoneOptions: [Option]
    let timeZoneError: String?
    let languageOptions: [Option]

    /// - Parameter typed: the refused form, if there is one.
    init(_ office: Office, _ typed: Form?, _ errors: FieldErrors, _ portal: Portal, _ text: LanguageText) {
        let value = { (name: String, stored: String?) in typed?[name] ?? stored ?? "" }
        name = value("name", office.name)
        phone = value("phone", office.phone)
        email = value("email", office.email)
        address = value("address", office.address)
        openingHours = value("openingHours", office.openingHours)
        (nameError, phoneError, emailError) = (errors["name"], errors["phone"], errors["email"])
        (addressError, openingHoursError) = (errors["address"], errors["openingHours"])
        timeZoneError = errors["timeZone"]
        let zone = value("timeZone", office.timeZone)
        timeZoneOptions = Office.timeZones(with: office.timeZone).map {
            Option(code: $0, name: $0.replacing("_", with: " "), isSelected: $0 == zone)
        }
        languageOptions = portal.languageOptions(value("language", office.language.rawValue))
    }
}

/// The form of the office's colour.
struct AccentFields: Encodable {
    struct Swatch: Encodable {
        let colour: String
        let label: String
        let isChosen: Bool
    }

    let colour: String
    let colourError: String?
    /// What is shown in the field for choosing a colour by eye.
    let picked: String
    let swatches: [Swatch]
    let sampleHref = Path.accentSample.text
    /// The address of a colour's stylesheet, without the colour.
    let sheetHref: String
    let sample: AccentSample?

    init(typed: String, error: String?, office: Office, _ text: LanguageText) {
        let chosen = Colour(typed)
        (colour, colourError) = (typed, error)
        picked = chosen?.hex ?? Self.colours[0].hex
        swatches = Self.colours.map {
            Swatch(colour: $0.hex, label: text("offices.colours.\($0.name)"), isChosen: $0.hex == chosen?.hex)
        }
        sheetHref = Path.accent(Accent.fingerprint, "").text
        sample = chosen.map { AccentSample($0, text) }
    }

    /// Colours that need not be moved. The first is Skrytka's own.
    static let colours = [
        (name: "green", hex: "#0d6b5a"), (name: "blue", hex: "#1f5fa8"), (name: "violet", hex: "#5b4b9a"),
        (name: "claret", hex: "#9a3b4e"), (name: "copper", hex: "#8a4b12"), (name: "graphite", hex: "#3f4a56"),
    ]
}

/// How well a colour can be read, and where it was moved.
struct AccentSample: Encodable {
    struct Fact: Encodable {
        let label: String
        let value: String
    }

    /// The colour as it was chosen, without the sign.
    let chosenDigits: String
    let facts: [Fact]
    let movedText: String?
    let warning: String?

    init(_ colour: Colour, _ text: LanguageText) {
        let accent = Accent(colour)
        let (light, dark) = (accent.light.colour.hex, accent.dark.colour.hex)
        chosenDigits = "\(colour.hex.dropFirst())"
        let ratio = { (contrast: Double) in
            let tenths = Int((contrast * 10).rounded(.down))
            return "\(tenths / 10)\(text("number.decimal"))\(tenths % 10) : 1"
        }
        facts = [
            Fact(label: text("offices.contrast.button"), value: ratio(accent.buttonContrast)),
            Fact(label: text("offices.contrast.link"), value: ratio(accent.linkContrast)),
            Fact(label: text("offices.contrast.dark"), value: ratio(accent.darkContrast)),
        ]
        movedText = text(
            light == colour.hex ? "offices.movedDark" : "offices.moved",
            ["chosen": colour.hex.isolated, "light": light.isolated, "dark": dark.isolated])
        warning = accent.resemblesState ? text("offices.resembles") : nil
    }
}

/// How a client will see the office.
struct OfficePreview: Encodable {
    let avatar: Avatar
    let carer: String
    let line: String

    init(_ name: String, _ staff: Staff, _ text: LanguageText) {
        avatar = Avatar(name, staff: staff.personId, photo: staff.photo)
        carer = name
        line = staff.line ?? text("role.supervisor")
    }
}
