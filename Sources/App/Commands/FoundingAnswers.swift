import ArgumentParser
import Models

/// The facts for a new office: given as options, or asked for.
struct FoundingAnswers {
    let country: Country

    func name(_ given: String?, _ question: String, option: String) throws -> String {
        try answer(given, question, option, nameProblem)
    }

    func identifier(_ given: String?) throws -> String {
        try answer(given, "Its tax identifier", "tax-identifier") {
            country.identifier($0) == nil ? Explained.remedy(country.identifierError) : nil
        }
    }

    func email(_ given: String?) throws -> String {
        try answer(given, "The head's e-mail, to sign in with", "email") {
            EmailAddress.isPlausible(EmailAddress($0).text) ? nil : Explained.remedy("errors.emailWrong")
        }
    }

    /// Returns the name that clients see. Without a terminal it is the e-mail address, until the head changes it.
    func headName(_ given: String?, email: String) throws -> String {
        if let given { return try name(given, "", option: "person") }
        return Terminal.ask("The head's name, as clients see it", nameProblem) ?? email
    }

    /// May be left empty.
    func headPhone(_ given: String?) throws -> String {
        if let given { return try answer(given, "", "person-phone", phoneProblem) }
        return Terminal.ask("The head's phone, for clients (may be left empty)", phoneProblem) ?? ""
    }

    func phone(_ given: String) throws -> String { try answer(given, "", "phone", phoneProblem) }

    /// - Throws: an error that names the option when its value is invalid, or when nobody can be asked.
    private func answer(
        _ given: String?, _ question: String, _ option: String, _ problem: (String) -> String?
    ) throws -> String {
        if let given {
            if let problem = problem(given) { throw SettingError("--\(option): \(problem)") }
            return given
        }
        guard let answer = Terminal.ask(question, problem) else { throw ValidationError("--\(option) is needed") }
        return answer
    }

    private func nameProblem(_ typed: String) -> String? {
        let name = TypedText.line(typed)
        if name.isEmpty { return Explained.remedy("errors.nameMissing") }
        return name.unicodeScalars.count > 120 ? Explained.remedy("errors.tooLong") : nil
    }

    private func phoneProblem(_ typed: String) -> String? {
        let phone = PhoneNumber.line(typed)
        return phone.isEmpty || PhoneNumber.isPlausible(phone) ? nil : Explained.remedy("errors.phoneWrong")
    }
}
