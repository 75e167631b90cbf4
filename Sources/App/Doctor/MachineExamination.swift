import Foundation
import Models
import Secrets

#if canImport(Glibc)
// The C types of a machine belong to one of these, whichever the compiler has read first.
import CDispatch
import Glibc
#endif

/// Checks what the machine provides: disk space, permissions, open files.
struct MachineExamination {
    let folder: String
    let maximumConnections: Int

    func findings() -> [Finding] {
        [disk(), rights(), user(), openFiles(), reading(), passwords()]
    }

    private func disk() -> Finding {
        guard let space = try? DiskSpace.of(folder) else {
            return Finding(
                .problem, "Disk", "the data folder cannot be looked at", advice: "see that its disk is there")
        }
        let (free, all) = (space.free, space.total)
        let sentence = "\(free.formatted(.byteCount(style: .file))) of \(all.formatted(.byteCount(style: .file))) free"
        // A backup temporarily puts a copy of the database beside it.
        let needed = 2 * (FileBytes.size("\(folder)/office.sqlite") ?? 0)
        let advice = "free space or take a larger disk: when it is full, nothing can be sent or answered"
        if free < max(256 * 1024 * 1024, needed) { return Finding(.problem, "Disk", sentence, advice: advice) }
        if free < max(2 * 1024 * 1024 * 1024, all / 20) { return Finding(.warning, "Disk", sentence, advice: advice) }
        return Finding(.fine, "Disk", sentence)
    }

    private func rights() -> Finding {
        for place in [folder, "\(folder)/office.sqlite", "\(folder)/files", "\(folder)/skrytka.conf"] {
            var status = stat()
            guard stat(place, &status) == 0 else { continue }
            if status.st_mode & 0o077 != 0 {
                let mode = String(status.st_mode & 0o777, radix: 8)
                return Finding(
                    .problem, "Rights", "\(place) is open to others on this machine (mode \(mode))",
                    advice: "chmod -R go= \(folder)"
                )
            }
            if status.st_uid != geteuid() {
                return Finding(
                    .problem, "Rights", "\(place) belongs to another user than the one skrytka runs as",
                    advice: "chown -R the folder to that user, and run every command as it"
                )
            }
        }
        return Finding(.fine, "Rights", "only this user can read the data folder")
    }

    private func user() -> Finding {
        guard geteuid() == 0 else { return Finding(.fine, "User", "skrytka does not run as root") }
        return Finding(
            .warning, "User", "skrytka runs as root, and a fault in it would have the whole machine",
            advice: "make a user for it, give it the data folder, and run it as that user"
        )
    }

    private func openFiles() -> Finding {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return Finding(.unchecked, "Open files", "the system does not say how many may be open")
        }
        let needed = UInt64(maximumConnections) + 256
        let sentence = "\(limit.rlim_cur) may be open at once"
        guard limit.rlim_cur < needed else { return Finding(.fine, "Open files", sentence) }
        return Finding(
            .warning, "Open files",
            "\(sentence), and \(maximumConnections) connections with their files need \(needed)",
            advice: "set LimitNOFILE=\(needed) in the service, or a smaller SKRYTKA_MAXIMUM_CONNECTIONS"
        )
    }

    private func passwords() -> Finding {
        guard KnownWords.missing.isEmpty else {
            return Finding(
                .warning, "Passwords",
                "\(KnownWords.missing.joined(separator: ", ")) is missing, and passwords made of known words are taken",
                advice: "install the Debian packages cracklib-runtime and hunspell-pl"
            )
        }
        return Finding(.fine, "Passwords", "words that guessers try first are known")
    }

    private func reading() -> Finding {
        guard PDFText.isInstalled else {
            return Finding(
                .problem, "PDF", "pdftotext, pdfdetach or prlimit is missing, and no PDF is checked before it is sent",
                advice: "install the Debian packages poppler-utils and util-linux"
            )
        }
        return Finding(.fine, "PDF", "uploaded files can be read and checked for another firm's number")
    }
}
