import Images
import Models

extension TestOffice {
    /// Gives the office a logo and Marek a photo, and returns their digests.
    package func takePictures() async throws -> (logo: String, photo: String) {
        let logo = Office.NewLogo(try LogoImage(from: TestPicture.png()))
        let photo = NewPicture(try EncodedImage.photo(from: TestPicture.jpeg()))
        let (cast, now) = (cast, now)
        return try await database.write { db in
            try Office.choose(db, logo: logo, by: cast.anna, at: now)
            try Staff.choose(db, photo: photo, of: cast.marek, by: cast.anna, at: now)
            return (try Office.find(db)?.logo ?? "", photo.digest)
        }
    }
}
