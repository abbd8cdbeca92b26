/// Single mistakes and what is said of them.
extension Landscape2RulesTests {
  static let data: [Mistake] = [
    Mistake(
      "an item without a homepage", .data, "            homepage_url: https://boxrun.example.org\n", "",
      says: "8:13: error: item 'Boxrun' without 'homepage_url' [missing-key]"),
    Mistake(
      "an empty homepage", .data, "homepage_url: https://boxrun.example.org", "homepage_url: ''",
      says: "11:27: error: 'homepage_url' of item 'Boxrun' is empty [empty-value]"),
    Mistake(
      "a homepage that is null", .data, "homepage_url: https://boxrun.example.org", "homepage_url:",
      says: "11:13: error: 'homepage_url' of item 'Boxrun' is empty [empty-value]"),
    Mistake(
      "a homepage without a scheme", .data, "homepage_url: https://boxrun.example.org",
      "homepage_url: boxrun.example.org",
      says: "11:27: error: not an http or https address: 'boxrun.example.org' [bad-address]"),
    Mistake(
      "a homepage of another scheme", .data, "homepage_url: https://boxrun.example.org",
      "homepage_url: ftp://boxrun.example.org",
      says: "11:27: error: not an http or https address: 'ftp://boxrun.example.org' [bad-address]"),
    Mistake(
      "a homepage without a host", .data, "homepage_url: https://boxrun.example.org", "homepage_url: https://",
      says: "11:27: error: an address without a host: 'https://' [bad-address]"),
    Mistake(
      "a blank in a host", .data, "homepage_url: https://boxrun.example.org",
      "homepage_url: https://box run.example.org",
      says:
        "11:27: error: an address with a blank or a control character in it: 'https://box run.example.org' [bad-address]"
    ),
    Mistake(
      "a host that cannot be", .data, "homepage_url: https://boxrun.example.org",
      "homepage_url: https://box|run.example.org",
      says: "11:27: error: an address whose host cannot be: 'https://box|run.example.org' [bad-address]"),
    Mistake(
      "a port that cannot be", .data, "homepage_url: https://boxrun.example.org",
      "homepage_url: https://boxrun.example.org:99999",
      says: "11:27: error: an address whose port cannot be: 'https://boxrun.example.org:99999' [bad-address]"),
    Mistake(
      "an item without a logo", .data, "            logo: boxrun.svg\n", "",
      says: "8:13: error: item 'Boxrun' without 'logo' [missing-key]"),
    Mistake(
      "an empty logo", .data, "logo: boxrun.svg", #"logo: """#,
      says: "12:19: error: 'logo' of item 'Boxrun' is empty [empty-value]"),
    Mistake(
      "a logo that is a list", .data, "logo: boxrun.svg", "logo: [boxrun.svg]",
      says: "12:19: error: 'logo' of an item must be a text, not a list [wrong-shape]"),
    Mistake(
      "an item without a name", .data, "            name: Boxrun\n", "",
      says: "8:13: error: an item without 'name' [missing-name]"),
    Mistake(
      "a name of blanks", .data, "name: Boxrun", #"name: "  ""#,
      says: "8:13: warning: an item without a name [missing-name]",
      "9:19: error: 'name' of item '  ' is empty [missing-name]"),
    Mistake(
      "the same name twice", .data, "name: Lidd", "name: Boxrun",
      says: "37:19: error: item 'Boxrun' is there twice in one category (first at line 9) [duplicate-name]"),
    Mistake(
      "a subcategory without items", .data,
      "        name: Boxes\n        items:\n          - item:\n            name: Crate\n            homepage_url: https://crate.example.org\n            logo: crate.svg\n",
      "        name: Boxes\n",
      says: "43:9: error: category 'Boxes' without 'items' [missing-key]"),
    Mistake(
      "items that are null", .data,
      "        items:\n          - item:\n            name: Crate\n            homepage_url: https://crate.example.org\n            logo: crate.svg\n",
      "        items:\n",
      says: "45:9: warning: 'items' of category 'Boxes' is empty [empty-value]"),
    Mistake(
      "items that are a text", .data,
      "        items:\n          - item:\n            name: Crate\n            homepage_url: https://crate.example.org\n            logo: crate.svg\n",
      "        items: none\n",
      says: "45:16: error: 'items' of a category must be a list, not a text [wrong-shape]"),
    Mistake(
      "an item that is a text", .data,
      "          - item:\n            name: Crate\n            homepage_url: https://crate.example.org\n            logo: crate.svg\n",
      "          - Crate\n",
      says: "46:13: error: an item must be a mapping (key: value), not a text [wrong-shape]"),
    Mistake(
      "a category without subcategories", .data,
      "    name: Storage\n    subcategories:\n      - subcategory:\n        name: Boxes\n        items:\n          - item:\n            name: Crate\n            homepage_url: https://crate.example.org\n            logo: crate.svg\n",
      "    name: Storage\n",
      says: "40:5: error: layer 'Storage' without 'subcategories' [missing-key]"),
    Mistake(
      "a category without a name", .data, "    name: Storage\n", "",
      says: "40:5: error: a layer without 'name' [missing-name]"),
    Mistake(
      "a subcategory without a name", .data, "        name: Boxes\n", "",
      says: "43:9: error: a category without 'name' [missing-name]"),
    Mistake(
      "a second path that is a text", .data, "            second_path:\n              - Storage / Boxes\n",
      "            second_path: Storage / Boxes\n",
      says: "21:26: error: 'second_path' of an item must be a list of words, not a text [wrong-shape]"),
    Mistake(
      "a second path of three parts", .data, "- Storage / Boxes", "- Storage / Boxes / Small",
      says: "22:17: warning: second_path 'Storage / Boxes / Small' has not two parts: landscape2 drops it [bad-path]"),
    Mistake(
      "a second path of one part", .data, "- Storage / Boxes", "- Storage",
      says: "22:17: warning: second_path 'Storage' has not two parts: landscape2 drops it [bad-path]"),
    Mistake(
      "a second path that is the own place", .data, "- Storage / Boxes", "- Runtime / Container Runtime",
      says: "22:17: warning: second_path 'Runtime / Container Runtime' is the item's own place [repeated-path]"),
    Mistake(
      "a second path twice", .data, "- Storage / Boxes", "- Storage / Boxes\n              - Storage/Boxes",
      says: "23:17: warning: second_path 'Storage/Boxes' is there a second time [repeated-path]"),
    Mistake(
      "a flag that is no flag", .data, "enduser: true", "enduser: maybe",
      says: "18:22: error: 'enduser' must be true or false, not 'maybe' [bad-flag]"),
    Mistake(
      "a flag in quotes", .data, "enduser: true", "enduser: 'true'",
      says: #"18:22: error: 'enduser' must be true or false, not '"true"' [bad-flag]"#),
    Mistake(
      "a flag of older YAML", .data, "enduser: true", "enduser: yes",
      says: "18:22: error: 'enduser' must be true or false, not 'yes' [bad-flag]"),
    Mistake(
      "a specification that is no flag", .data, "specification: false", "specification: maybe",
      says: "25:30: error: 'specification' must be true or false, not 'maybe' [bad-flag]"),
    Mistake(
      "a date with slashes", .data, "joined: 2020-01-05", "joined: 2020/01/05",
      says: "17:21: error: 'joined' must be a date such as 2018-07-31, not '2020/01/05' [bad-date]"),
    Mistake(
      "a date that is none of the calendar", .data, "accepted: 2020-02-01", "accepted: 2020-02-30",
      says: "24:25: error: 'accepted' must be a date such as 2018-07-31, not '2020-02-30' [bad-date]"),
    Mistake(
      "a date that is a word", .data, "accepted: 2020-02-01", "annual_review_date: soon",
      says: "24:35: error: 'annual_review_date' must be a date such as 2018-07-31, not 'soon' [bad-date]"),
    Mistake(
      "somebody else's page for twitter", .data, "twitter: https://twitter.com/boxrun",
      "twitter: https://mastodon.example.org/@boxrun",
      says:
        "19:22: error: 'twitter' must be an address at twitter.com or x.com, not 'https://mastodon.example.org/@boxrun' [wrong-host]"
    ),
    Mistake(
      "a twitter name", .data, "twitter: https://twitter.com/boxrun", "twitter: '@boxrun'",
      says: "19:22: error: not an http or https address: '@boxrun' [bad-address]"),
    Mistake(
      "a person's page at Crunchbase", .data, "crunchbase: https://www.crunchbase.com/organization/boxrun",
      "crunchbase: https://www.crunchbase.com/person/boxrun",
      says:
        "20:25: error: 'crunchbase' must be 'https://www.crunchbase.com/organization/NAME', not 'https://www.crunchbase.com/person/boxrun' [wrong-host]"
    ),
    Mistake(
      "Crunchbase without www", .data, "crunchbase: https://www.crunchbase.com/organization/boxrun",
      "crunchbase: https://crunchbase.com/organization/boxrun",
      says:
        "20:25: error: 'crunchbase' must be 'https://www.crunchbase.com/organization/NAME', not 'https://crunchbase.com/organization/boxrun' [wrong-host]"
    ),
    Mistake(
      "a wrong host for YouTube", .data, "youtube_url: https://www.youtube.com/boxrun",
      "youtube_url: https://vimeo.com/boxrun",
      says: "27:28: error: 'youtube_url' must be an address at youtube.com, not 'https://vimeo.com/boxrun' [wrong-host]"
    ),
    Mistake(
      "a wrong host for LinkedIn", .data, "linkedin_url: https://www.linkedin.com/company/boxrun",
      "linkedin_url: https://example.org/boxrun",
      says:
        "28:29: error: 'linkedin_url' must be an address at linkedin.com, not 'https://example.org/boxrun' [wrong-host]"
    ),
    Mistake(
      "a wrong host for bluesky_url", .data, "slack_url: https://boxrun.slack.com",
      "bluesky_url: https://example.org/boxrun",
      says: "29:28: error: 'bluesky_url' must be an address at bsky.app, not 'https://example.org/boxrun' [wrong-host]"),
    Mistake(
      "a wrong host for facebook_url", .data, "slack_url: https://boxrun.slack.com",
      "facebook_url: https://example.org/boxrun",
      says:
        "29:29: error: 'facebook_url' must be an address at facebook.com, not 'https://example.org/boxrun' [wrong-host]"
    ),
    Mistake(
      "a wrong host for pinterest_url", .data, "slack_url: https://boxrun.slack.com",
      "pinterest_url: https://example.org/boxrun",
      says:
        "29:30: error: 'pinterest_url' must be an address at pinterest.com, not 'https://example.org/boxrun' [wrong-host]"
    ),
    Mistake(
      "a wrong host for reddit_url", .data, "slack_url: https://boxrun.slack.com",
      "reddit_url: https://example.org/boxrun",
      says: "29:27: error: 'reddit_url' must be an address at reddit.com, not 'https://example.org/boxrun' [wrong-host]"
    ),
    Mistake(
      "a wrong host for stack_overflow_url", .data, "slack_url: https://boxrun.slack.com",
      "stack_overflow_url: https://example.org/boxrun",
      says:
        "29:35: error: 'stack_overflow_url' must be an address at stackoverflow.com, not 'https://example.org/boxrun' [wrong-host]"
    ),
    Mistake(
      "an address in extra without a scheme", .data, "slack_url: https://boxrun.slack.com",
      "slack_url: boxrun.slack.com",
      says: "29:26: error: not an http or https address: 'boxrun.slack.com' [bad-address]"),
    Mistake(
      "a tag in capitals", .data, "tag: [runtime-boxes]", "tag: [Runtime-Boxes]",
      says: "26:21: error: a tag has only the letters a to z and '-', not 'Runtime-Boxes' [bad-tag]"),
    Mistake(
      "a tag with blanks and digits", .data, "tag: [runtime-boxes]", "tag: [runtime boxes 2]",
      says: "26:21: error: a tag has only the letters a to z and '-', not 'runtime boxes 2' [bad-tag]"),
    Mistake(
      "a tag that is a text", .data, "tag: [runtime-boxes]", "tag: runtime-boxes",
      says: "26:20: error: 'tag' of an item's extra must be a list of words, not a text [wrong-shape]"),
    Mistake(
      "a repository that is a text", .data, "- repo_url: https://github.com/boxrun/lids",
      "- https://github.com/boxrun/lids",
      says: "15:17: error: a repository must be a mapping (key: value), not a text [wrong-shape]"),
    Mistake(
      "a repository without an address", .data, "- repo_url: https://github.com/boxrun/lids", "- branch: main",
      says: "15:17: error: a repository without 'repo_url' [missing-key]"),
    Mistake(
      "an audit without a vendor", .data, ", vendor: Ada}", "}",
      says: "31:19: error: an audit without 'vendor' [missing-key]"),
    Mistake(
      "an audit without a date", .data, "date: 2021-01-01, ", "",
      says: "31:19: error: an audit without 'date' [missing-key]"),
    Mistake(
      "a link without a name", .data, "{name: Docs, ", "{",
      says: "33:19: error: a link without 'name' [missing-name]"),
    Mistake(
      "a link with an empty address", .data, "url: 'https://docs.example.org'", "url: ''",
      says: "33:37: error: 'url' of link 'Docs' is empty [empty-value]"),
    Mistake(
      "annotations that are a list", .data, "annotations:\n                level: high", "annotations: [high]",
      says: "34:28: error: 'annotations' of an item's extra must be a mapping (key: value), not a list [wrong-shape]"),
    Mistake(
      "a repository address without a scheme", .data, "repo_url: https://github.com/boxrun/boxrun",
      "repo_url: github.com/boxrun/boxrun",
      says: "13:23: error: not an http or https address: 'github.com/boxrun/boxrun' [bad-address]"),
    Mistake(
      "an empty address", .data, "repo_url: https://github.com/boxrun/boxrun", "repo_url: ''",
      says: "13:23: error: 'repo_url' of item 'Boxrun' is empty [empty-value]"),
    Mistake(
      "extra of a text", .data,
      "            extra:\n              accepted: 2020-02-01\n              specification: false\n              tag: [runtime-boxes]\n              youtube_url: https://www.youtube.com/boxrun\n              linkedin_url: https://www.linkedin.com/company/boxrun\n              slack_url: https://boxrun.slack.com\n              audits:\n                - {date: 2021-01-01, type: security, url: 'https://audit.example.org', vendor: Ada}\n              other_links:\n                - {name: Docs, url: 'https://docs.example.org'}\n              annotations:\n                level: high\n",
      "            extra: none\n",
      says: "23:20: error: 'extra' of an item must be a mapping (key: value), not a text [wrong-shape]"),
    Mistake(
      "a maturity that is nearly one", .data, "project: sandbox", "project: incubation",
      says: "16:22: warning: 'incubation' is not a maturity that is known [near-maturity]"),
    Mistake(
      "a maturity in capitals", .data, "project: sandbox", "project: Sandbox",
      says: "16:22: warning: 'Sandbox' is not a maturity that is known [near-maturity]"),
    Mistake(
      "a key of extra in the item", .data, "            repo_url: https",
      "            blog_url: https://blog.example.org\n            repo_url: https",
      says:
        "13:13: warning: 'blog_url' has no meaning here: it belongs under the item's 'extra' [misplaced-key]"
    ),
    Mistake(
      "a key of the item in extra", .data, "              slack_url: https://boxrun.slack.com",
      "              twitter: https://twitter.com/boxrun",
      says:
        "29:15: warning: 'twitter' has no meaning here: it is a key of an item itself [misplaced-key]"
    ),
    Mistake(
      "a layer twice", .data, "    name: Storage", "    name: runtime",
      says: "41:11: warning: layer 'runtime' is there a second time (first at line 3) [duplicate-name]"),
    Mistake(
      "a value that a comment cuts", .data, "description: Runs boxes.", "description: The #1 choice",
      says: "10:30: warning: the value of 'description' ends before '#1 choice', which is read as a comment [cut-value]"
    ),
    Mistake(
      "a value that is a comment", .data, "slack_url: https://boxrun.slack.com", "chat_channel: #boxrun",
      says: "29:29: warning: the value of 'chat_channel' ends before '#boxrun', which is read as a comment [cut-value]"),
    Mistake(
      "a full-width comma in brackets", .data, "tag: [runtime-boxes]", "tag: [runtime，boxes]",
      says: "26:21: error: a tag has only the letters a to z and '-', not 'runtime，boxes' [bad-tag]",
      "26:21: warning: 'runtime，boxes' has U+FF0C (a full-width comma) where ',' would part two entries [look-alike]"),
    Mistake(
      "a Cyrillic letter in a key", .data, "            logo: lidd.svg", "            lоgo: lidd.svg",
      says: "36:13: error: item 'Lidd' without 'logo' [missing-key]",
      "39:13: warning: unknown key 'lоgo': it has U+043E (a Cyrillic letter) [look-alike]"),
  ]
}
