/// strata's own format in words: what its manual and its documents are made of. A test holds the keys equal to those that are
/// read.
public enum CatalogFormat {
  /// A mapping of the format.
  public struct Part: Sendable {
    /// What the part is called: the heading over it.
    public var title: String
    /// What it is, in a sentence.
    public var meaning: String
    /// What it may have, in the order in which one writes them.
    public var keys: [Key]
  }

  /// A key of a mapping.
  public struct Key: Sendable {
    /// As it is written.
    public var name: String
    /// What its value is: a text, an id, a list.
    public var form: String
    /// What it says.
    public var meaning: String
  }

  private static func key(_ name: String, _ form: String, _ meaning: String) -> Key {
    Key(name: name, form: form, meaning: meaning)
  }

  /// Paragraphs that stand before the parts.
  public static let introduction = [
    "A catalog is a YAML file, or a folder of them in which landscape.yaml holds the landscape's own part and every other file some layers.",
    "A text is a plain string, which serves every language, or a mapping with en and zh. Texts are Markdown; in a block scalar a line feed is a blank. Ids are lower-case words joined by hyphens, each used once. Days are ISO 8601; a period is a year, a month or a day. Addresses begin with https or http.",
    "Several catalogs are laid over each other: what has the same id overrides the earlier one, key by key. A landscape2 data file opens as it is, with its guide and settings; 'strata export --format yaml' makes strata's format of it.",
    "An unknown key is told with the one that is perhaps meant; 'strata check' finds that and more.",
  ]

  /// All mappings of the format, from the top down.
  public static let parts = [
    Part(
      title: "The file", meaning: "The top of each file.",
      keys: [
        key("landscape", "mapping", "The landscape's own part; in a folder it stands in one file."),
        key("layers", "list", "The layers, each with its categories and tools."),
      ]),
    Part(
      title: "landscape", meaning: "What is said of the landscape as a whole.",
      keys: [
        key("name", "text", "What it is called."),
        key("asOf", "day", "When its facts were held against the world."),
        key("foundation", "word", "Who keeps it."),
        key("homepage", "address", "Where it is on the web."),
        key("introduction", "text", "How to read it: the first page of the guide."),
        key("choosing", "text", "How to choose: the last page of the guide."),
        key("layers", "list of ids", "The order of the layers."),
        key("reading", "list of ids", "The order in which the guide goes through the layers, where it is another one."),
        key(
          "tags", "list", "The vocabulary of tags: id, name, aliases. With it every tag that a tool has must be here."),
        key("themes", "list", "Pages that cut across the categories: id, name, what, where, choosing, tools."),
        key("groups", "list", "Headings over layers: name, layers (their ids)."),
        key(
          "featured", "list",
          "Tools that are shown before the rest: maturity or category (its id), label, order (the lower, the earlier)."),
      ]),
    Part(
      title: "Layers", meaning: "A floor of the building, or a column beside all floors.",
      keys: [
        key("id", "id", "Needed."), key("kind", "floor or column", "By default floor."), key("name", "text", "Needed."),
        key("summary", "text", "What the layer is for."), key("recap", "text", "What to take along at its end."),
        key("guide", "text", "A chapter in Markdown instead of the summary, as landscape2 guides have it."),
        key("guideRecap", "text", "What such a chapter says behind the layer's categories."),
        key("keywords", "list of words", "Words that a landscape2 guide lists for it."),
        key("categories", "list", "Its categories."),
      ]),
    Part(
      title: "Categories", meaning: "What tools are for.",
      keys: [
        key("id", "id", "Needed."), key("name", "text", "Needed."),
        key("aliases", "list of texts", "Other words for what it holds; it is found by them."),
        key("what", "text", "What it is."), key("problem", "text", "The problem that it solves."),
        key("solution", "text", "How it helps."), key("tooling", "text", "How its tools differ, and how to choose."),
        key("guide", "text", "A section in Markdown instead of these four, as landscape2 guides have it."),
        key("keywords", "list of words", "Words that a landscape2 guide lists for it."),
        key("terms", "list", "Words explained: term, meaning."),
        key("related", "list", "What to read next: category, reason."),
        key(
          "kinds", "list",
          "The jobs into which an expert divides it, in reading order: id, name, aliases, when; and jobs, tags: of a kind that "
            + "holds several jobs only tools that share one of these tags are alternatives."),
        key("facts", "list", "By what its tools are compared: id, name."),
        key("tools", "list", "Its tools by weight: what an expert names first stands first, retired ones last."),
      ]),
    Part(
      title: "Tools", meaning: "A project, a product or a service.",
      keys: [
        key("id", "id", "Needed."), key("kind", "id", "A kind of its category."), key("name", "word", "Needed."),
        key("aliases", "list of words", "Its other names."),
        key("keywords", "list of texts", "Words to find it by that are no names."),
        key("summary", "text", "What it is, in a sentence or two."), key("homepage", "address", "Its site."),
        key("repository", "address", "Its source."), key("former", "list of addresses", "Addresses that it had."),
        key("license", "word", "An SPDX id or expression; Proprietary where it is."),
        key(
          "licenseClass", "word",
          "open, source-available, proprietary or mixed, where the license does not say it itself."),
        key("previousLicenses", "list", "What it was under before: license, until."),
        key("organization", "word", "Who makes it."), key("partOf", "id", "The tool or project that it belongs to."),
        key("language", "word", "What it is written in."),
        key("delivery", "list of words", "self-hosted, managed, library, desktop, specification."),
        key("since", "period", "Its first release."), key("listed", "period", "When it came to the landscape."),
        key(
          "maturity", "word",
          "graduated, incubating, sandbox, archived, or a word of one's own; absent: no foundation's project."),
        key("accepted", "day", "When its foundation took it in."), key("incubating", "day", "When it became that."),
        key("graduated", "day", "When it became that."), key("archived", "day", "When it became that."),
        key("lifecycle", "mapping", "status (active, maintenance, deprecated, retired), date, note."),
        key("also", "list", "Further shelves: ids of categories, or category and kind."),
        key("replacedBy", "list of ids", "What takes its place."),
        key("replaces", "list of ids", "What it takes the place of."),
        key("tags", "list of ids", "Words of the vocabulary."),
        key("links", "mapping", "Further addresses by their names."),
        key("facts", "mapping", "Texts by the ids of its category's facts."),
        key("pickWhen", "text", "When one takes it, and at what price."),
        key(
          "further", "mapping",
          "What landscape2 data say beyond that, under the name of each field a text, {label, value}, or a list of such."
        ),
      ]),
  ]
}
