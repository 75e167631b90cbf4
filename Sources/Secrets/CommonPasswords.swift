/// Passwords, and parts of passwords, that guessers try first: a list of our own, in the folded form of
/// `PasswordWords.folded`. A password is refused when it consists of these only (and digits or punctuation).
package enum CommonPasswords {
    package static let entries: Set<String> = {
        let lines = english + polish + hebrew + names + phrases
        return Set(lines.flatMap { $0.split(separator: " ") }.map(String.init))
    }()

    static let hashes = Set(entries.map { WordHash.of($0) })

    private static let english: [String] = [
        "password passwd pass passphrase passcode secret secure security access login logon signin welcome hello admin",
        "administrator root user guest test testing tester demo sample default changeme change temp temporary letmein",
        "let me in open sesame trust trustno master monkey dragon shadow sunshine princess superman batman spiderman",
        "football baseball soccer hockey basketball liverpool arsenal chelsea barcelona madrid juventus ferrari mercedes",
        "porsche corvette mustang harley yamaha starwars pokemon minecraft fortnite naruto matrix killer hunter ranger",
        "tigger tiger buster charlie jordan michael jennifer jessica ashley daniel thomas summer winter spring autumn",
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august",
        "september october november december love loveyou iloveyou lovely baby babygirl angel flower butterfly cookie",
        "cheese chocolate banana orange apple pepper ginger computer internet server system network windows microsoft",
        "google facebook instagram samsung iphone android laptop keyboard qwerty qwert qwertz asdf asdfgh zxcvbn zxcvbnm",
        "azerty qazwsx abc abcd abcdef company office account money business freedom whatever nothing something forever",
        "money lucky happy peace jesus christ god heaven blessed family mother father sister brother friend friends",
    ]

    private static let polish: [String] = [
        "haslo hasla haselko tajne tajnehaslo sekret wejscie dostep logowanie uzytkownik zaloguj witaj witam czesc dzien",
        "dobry test testowe probne nowe nowehaslo moje mojehaslo stare zmien zmienmnie zmienhaslo biuro firma praca",
        "pracownik szef prezes komputer internet klawiatura polska polskie polak warszawa krakow lodz wroclaw poznan",
        "gdansk szczecin lublin katowice bialystok legia widzew lech wisla pilka nozna kocham kochamcie kochanie",
        "kotek kotki piesek misiek misiu skarb skarbie sloneczko slonce myszka zabka kwiatek ksiezniczka aniolek dupa",
        "dupadupa cholera kurwa kurde matrix samochod motor rower lato zima wiosna jesien styczen luty marzec kwiecien",
        "maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien poniedzialek wtorek sroda czwartek piatek",
        "sobota niedziela mama tata babcia dziadek rodzina dom domek kot pies zaqwsx zaq wsx maslo chleb piwo wodka",
    ]

    private static let hebrew: [String] = [
        "sisma sismaot shalom israel yerushalayim telaviv ahava aniohevotach aniohevetotcha mishpacha boker tov",
        "סיסמה סיסמא שלום ישראל ירושלים אהבה משפחה מנהל כניסה בוקר טוב",
    ]

    private static let names: [String] = [
        "adam adrian agata agnieszka aleksandra aleksander alicja ania anna andrzej artur asia barbara bartek bartosz",
        "beata dawid dominik dorota ewa ewelina filip gabriel grzegorz hania hanna irena iwona jacek jakub jan janusz",
        "joanna julia justyna kamil karolina kasia katarzyna kinga krystyna krzysztof kuba lukasz maciej maciek magda",
        "magdalena maja malgorzata marcin marek maria mariusz marta martyna mateusz michal mikolaj monika natalia",
        "nikola ola oliwia patrycja patryk paulina pawel piotr piotrek przemek rafal robert sandra sebastian stanislaw",
        "sylwia szymon tomasz tomek urszula weronika wiktoria wojtek wojciech zbyszek zosia zuzanna kowalski nowak",
        "david moshe yossi avi sarah rachel yael noa",
    ]

    /// Whole sentences that look long but are in every list of guessers: songs, poems, the comic about passwords.
    private static let phrases: [String] = [
        "correcthorsebatterystaple thequickbrownfox thequickbrownfoxjumpsoverthelazydog iloveyousomuch iloveyouforever",
        "iloveyoumorethan ihatepasswords thisismypassword thisisapassword mypasswordis mypassword yourpassword",
        "passwordforwork nopasswordneeded idontknow idontremember iforgotmypassword enteryourpassword typeyourpassword",
        "whatisthepassword thepassword newpassword oldpassword strongpassword verystrongpassword supersecretpassword",
        "secretpassword longpassword averylongpassword fifteencharacters allyourbasearebelongtous tobeornottobe",
        "tobeornottobethatisthequestion maytheforcebewithyou mayfourthbewithyou winteriscoming",
        "iamyourfather hastalavistababy onceuponatime helloworld hellokitty goodmorning goodnight havefun merrychristmas",
        "happybirthday happynewyear godsaveusall jesuslovesme ilovejesus inthebeginning ourfatherwhoartinheaven",
        "twinkletwinklelittlestar neverletmego nevergonnagiveyouup livelaughlove carpediem loremipsum loremipsumdolorsitamet",
        "opensesame letmeinplease pleaseletmein changemeplease startrek lordoftherings harrypotter gameofthrones",
        "kochamciebardzo kochamcienazawsze kochamciemocno bardzociekocham kochammojegomeza kochammojazone kochamrodzine",
        "mojehasloto tojestmojehaslo tojesthaslo bardzotajnehaslo bardzodlugiehaslo dlugiehaslo trudnehaslo silnehaslo",
        "niepamietam niepamietamhasla zapomnialem zapomnialemhasla zapomnialamhasla niewiem nicniewiem niemahasla",
        "jakiehaslo podajhaslo wpiszhaslo wpisztuhaslo nowehasloto haslodobiura haslodopracy haslodokomputera haslofirmowe",
        "litwoojczyznomoja litwoojczyznomojatyjestesjakzdrowie wlazlkoteknaplotek alamakota",
        "alamakotaakotmaale jeszczepolskaniezginela jeszczepolska ojczenasz ojczenaszktoryjestwniebie zdrowasmaryjo",
        "bogjestmiloscia bogojczyzna boghonorojczyzna wszystkonajlepszego stolat stolatstolat wesolychswiat szczesliwego",
        "nowegoroku dziendobry dobrywieczor dowidzenia milegodnia polskagola polskabialoczerwoni bialoczerwoni",
        "panoramafirm czterejpancerni janpawel janpaweldrugi robertlewandowski lewandowski adammalysz legiawarszawa",
        "lechpoznan wislakrakow widzewlodz misupuchatek kubuspuchatek zaczarowanyolowek szybkibrazowylis pchnacwtelodz",
        "zazolcgeslajazn zazolcgesiajazn siedemdziesiatsiedem jedendwatrzy jedendwatrzycztery raz dwa trzy cztery piec",
        "onetwothree onetwothreefour one two three four five six seven eight nine ten",
        "shalomolam amisraelchai hatikva",
    ]
}
