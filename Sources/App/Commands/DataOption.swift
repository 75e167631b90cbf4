import ArgumentParser

struct DataOption: ParsableArguments {
    @Option(help: "The folder that holds everything of the office.")
    var data = "skrytka-data"
}
