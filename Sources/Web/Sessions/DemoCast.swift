/// The people of the demo whom its sign-in page offers, and the password of them all. The program gives them, which knows
/// the demo; the pages do not.
package struct DemoCast: Sendable {
    package struct Person: Sendable {
        let name: String
        /// The ending of a key of the language files: `demoRole.head`.
        let role: String
        let email: String

        package init(name: String, role: String, email: String) {
            (self.name, self.role, self.email) = (name, role, email)
        }
    }

    let password: String
    let people: [Person]

    package init(password: String, people: [Person]) {
        (self.password, self.people) = (password, people)
    }
}
