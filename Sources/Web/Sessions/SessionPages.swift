struct SignInPage: TitledPage {
    struct DemoPerson: Encodable {
        let name: String
        let role: String
        let email: String
    }

    var template: String { "open/sign-in" }
    let fields: SignInFields
    let error: String?
    var demoPeople: [DemoPerson] = []
    var demoPassword: String?

    func title(_ text: LanguageText) -> String { text("signIn.title") }
}

/// The form for signing in, on any page.
struct SignInFields: Encodable {
    var email = ""
    var next = ""
    /// Whether the password was wrong.
    var isWrong = false
    /// A form to be sent afterwards, and its address (``KeptForm``).
    var kept: String?
    var keptFor = ""
}

/// The page after signing in to send a form for which the session had ended.
struct ResumePage: TitledPage {
    var template: String { "open/resume" }
    let typed: String?
    let resend: Resend
    let homeHref = Path.home.text

    func title(_ text: LanguageText) -> String { text("open.resume.title") }
}

/// The page after signing in to download a file, or after following a link to it: the button is the request.
struct TakingPage: TitledPage {
    var template: String { "open/taking" }
    let fileHref: String
    let homeHref: String

    func title(_ text: LanguageText) -> String { text("open.taking.title") }
}

struct ActivationPage: TitledPage {
    var template: String { "open/activation" }
    let action: String
    let name: String
    let email: String
    let isReset: Bool
    let passwordError: String?
    let minimum: String

    func title(_ text: LanguageText) -> String { text(isReset ? "activation.resetTitle" : "activation.title") }
}

struct LinkEndedPage: TitledPage {
    var template: String { "open/link-ended" }

    func title(_ text: LanguageText) -> String { text("linkEnded.title") }
}

struct PasswordResetPage: TitledPage {
    var template: String { "open/password-reset" }
    let isAsked: Bool
    let email: String
    let action = Path.passwordReset.text

    func title(_ text: LanguageText) -> String { text("passwordReset.title") }
}
