/// `settings.yml`, `guide.yml` and `games.yml`.
extension Schema {
  static let settings = Mapping(
    .settings,
    [
      required("foundation", .filled), required("url", .address(.any)),
      optional("analytics", .mapping(analytics)), optional("base_path", .basePath),
      optional("categories", .list(.mapping(order), isFilled: false)), optional("colors", .mapping(colors)),
      optional("enduser", .list(.mapping(rule), isFilled: false)),
      optional("featured_items", .list(.mapping(feature), isFilled: false)), optional("footer", .mapping(footer)),
      optional("grid_items_size", .word(["small", "medium", "large"])),
      optional("groups", .list(.mapping(group), isFilled: false)), optional("header", .mapping(header)),
      optional("images", .mapping(images)), optional("logos_viewbox", .mapping(viewbox)),
      optional("members_category", .filled), optional("osano", .mapping(osano)),
      optional("screenshot_width", .number(least: 1001)),
      optional("tags", .map(.list(.mapping(tagRule), isFilled: false))),
      optional("upcoming_event", .mapping(event)), optional("view_mode", .word(["grid", "card"])),
    ] + texts("description"),
    customary: ["hide_organization_section_in_projects", "screenshot"])

  private static let analytics = Mapping(
    .analytics, [optional("gtm", .mapping(Mapping(.analytics, texts("container_id"))))])
  private static let order = Mapping(
    .layer, [required("name", .filled), required("subcategories", .list(.filled, isFilled: false))])
  private static let colors = Mapping(.colors, (1...7).map { required("color\($0)", .color) })
  private static let rule = Mapping(
    .rule, [required("category", .text), optional("subcategories", .list(.text, isFilled: false))])
  private static let tagRule = Mapping(
    .rule, [required("category", .filled), optional("subcategories", .list(.text, isFilled: true))])
  private static let feature = Mapping(
    .feature,
    [
      required("field", .filled),
      required(
        "options",
        .list(
          .mapping(
            Mapping(
              .feature,
              [required("value", .filled), optional("label", .filled), optional("order", .number(least: 0))])),
          isFilled: true)),
    ], customary: ["exclude"])
  private static let footer = Mapping(
    .footer,
    [
      optional("logo", .address(.orFile)), optional("text", .filled),
      optional(
        "links",
        .mapping(
          Mapping(
            .siteLinks,
            addresses("forums", "homepage", "slack", "wechat") + [
              address("facebook", at: "facebook.com"), address("flickr", at: "flickr.com"),
              address("github", at: "github.com"), address("instagram", at: "instagram.com"),
              address("linkedin", at: "linkedin.com"), address("twitch", at: "twitch.tv"),
              address("twitter", at: "twitter.com", "x.com"), address("youtube", at: "youtube.com"),
            ]))),
    ])
  private static let group = Mapping(
    .group, [required("name", .filled), required("categories", .list(.filled, isFilled: false))],
    customary: ["normalized_name", "alias"])
  private static let header = Mapping(
    .header,
    [
      optional("logo", .address(.orFile)),
      optional("links", .mapping(Mapping(.siteLinks, [address("github", at: "github.com")]))),
    ])
  private static let images = Mapping(.images, addresses("favicon", "open_graph"))
  private static let viewbox = Mapping(
    .viewbox, [required("adjust", .flag), required("exclude", .list(.text, isFilled: false))])
  private static let osano = Mapping(
    .osano, [required("customer_id", .filled), required("customer_configuration_id", .filled)])
  private static let event = Mapping(
    .event,
    [
      required("name", .text), required("start", .date), required("end", .date), required("banner_url", .text),
      required("details_url", .text),
    ])

  static let guide = Mapping(.guide, [optional("categories", .list(.mapping(chapter), isFilled: false))])

  static let chapter = Mapping(
    .layer,
    [
      required("category", .filled), optional("content", .filled),
      optional("keywords", .list(.filled, isFilled: false)),
      optional("subcategories", .list(.mapping(section), isFilled: false)),
    ])

  static let section = Mapping(
    .category,
    [
      required("subcategory", .filled), required("content", .filled),
      optional("keywords", .list(.filled, isFilled: false)),
    ])

  static let games = Mapping(
    .games,
    [
      optional(
        "quiz", .mapping(Mapping(.quiz, [required("questions", .list(.mapping(question), isFilled: false))])))
    ])

  static let question = Mapping(
    .question, [required("title", .filled), required("options", .list(.mapping(option), isFilled: false))])

  static let option = Mapping(
    .option,
    [
      required("item", .filled), optional("category", .filled), optional("subcategory", .filled),
      optional("correct", .flag),
    ])
}
