/// `landscape.yml`.
extension Schema {
  static let data = Mapping(
    .data,
    [
      optional("landscape", .list(.mapping(layer), isFilled: false)),
      optional("categories", .list(.mapping(layer), isFilled: false)),
    ])

  static let layer = Mapping(
    .layer, [required("name", .filled), required("subcategories", .list(.mapping(category), isFilled: false))],
    customary: ["category"])

  static let category = Mapping(
    .category, [required("name", .filled), required("items", .list(.mapping(item), isFilled: false))],
    customary: ["subcategory"])

  static let item = Mapping(
    .item,
    [
      required("name", .filled), required("homepage_url", .address(.any)), required("logo", .filled),
      optional("additional_repos", .list(.mapping(repository), isFilled: false)),
      optional("crunchbase", .address(.crunchbase)), optional("extra", .mapping(extra)),
      optional("second_path", .list(.text, isFilled: false)), address("twitter", at: "twitter.com", "x.com"),
    ] + texts("branch", "description", "license", "project") + flags("enduser", "unnamed_organization")
      + dates("joined") + addresses("repo_url", "url_for_bestpractices"),
    customary: [
      "item", "organization", "project_org", "open_source", "allow_duplicate_repo", "stock_ticker", "slug", "quiet",
      "crunchbase_data", "github_data", "github_start_commit_data", "image_data", "best_practice_data", "twitter_data",
      "yahoo_finance_data",
    ])

  static let repository = Mapping(
    .repository, [required("repo_url", .address(.any))] + texts("branch", "license"), customary: ["repo_name"])

  static let extra = Mapping(
    .extra,
    dates("accepted", "incubating", "graduated", "archived", "annual_review_date")
      + addresses(
        "annual_review_url", "artwork_url", "blog_url", "dev_stats_url", "discord_url", "docker_url",
        "documentation_url",
        "funding_url", "github_discussions_url", "gitter_url", "mailing_list_url", "package_manager_url", "slack_url")
      + [
        address("bluesky_url", at: "bsky.app"), address("facebook_url", at: "facebook.com"),
        address("linkedin_url", at: "linkedin.com"), address("pinterest_url", at: "pinterest.com"),
        address("reddit_url", at: "reddit.com"), address("stack_overflow_url", at: "stackoverflow.com"),
        address("youtube_url", at: "youtube.com"),
        optional("annotations", .map(.text)), optional("audits", .list(.mapping(audit), isFilled: false)),
        optional("other_links", .list(.mapping(otherLink), isFilled: false)),
        optional("tag", .list(.tag, isFilled: false)),
      ]
      + texts(
        "chat_channel", "clomonitor_name", "lfx_slug", "parent_project", "summary_business_use_case",
        "summary_integration", "summary_integrations", "summary_intro_url", "summary_personas", "summary_release_rate",
        "summary_tags", "summary_use_case", "training_certifications", "training_type")
      + flags("specification"),
    customary: ["summary_intro", "summary_languages", "cncf_tags", "ai", "tags"])

  static let audit = Mapping(
    .audit,
    [required("date", .date), required("type", .text), required("url", .address(.any)), required("vendor", .text)])

  static let otherLink = Mapping(.otherLink, [required("name", .filled), required("url", .address(.any))])
}
