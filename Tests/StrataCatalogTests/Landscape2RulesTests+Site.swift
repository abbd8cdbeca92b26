/// Single mistakes and what is said of them.
extension Landscape2RulesTests {
  static let settings: [Mistake] = [
    Mistake(
      "settings without a foundation", .settings, "foundation: TEST\n", "",
      says: "1:1: error: the settings without 'foundation' [missing-key]"),
    Mistake(
      "an empty foundation", .settings, "foundation: TEST", "foundation: ''",
      says: "1:13: error: 'foundation' of the settings is empty [empty-value]"),
    Mistake(
      "settings without an address", .settings, "url: https://landscape.example.org\n", "",
      says: "1:1: error: the settings without 'url' [missing-key]"),
    Mistake(
      "settings with an address without a scheme", .settings, "url: https://landscape.example.org",
      "url: landscape.example.org",
      says: "2:6: error: not an http or https address: 'landscape.example.org' [bad-address]"),
    Mistake(
      "a base path without a slash", .settings, "base_path: /boxes", "base_path: boxes",
      says: "3:12: error: 'base_path' must begin with '/', not be 'boxes' [bad-path]"),
    Mistake(
      "an empty base path", .settings, "base_path: /boxes", "base_path: ''",
      says: "3:12: error: 'base_path' must begin with '/', not be '' [bad-path]"),
    Mistake(
      "a colour by name", .settings, "color1: rgba(0, 107, 204, 1)", "color1: blue",
      says: "10:11: error: 'color1' must be a color such as 'rgba(0, 107, 204, 1)', not 'blue' [bad-color]"),
    Mistake(
      "a colour out of range", .settings, "color1: rgba(0, 107, 204, 1)", "color1: rgba(0, 107, 304, 1)",
      says:
        "10:11: error: 'color1' must be a color such as 'rgba(0, 107, 204, 1)', not 'rgba(0, 107, 304, 1)' [bad-color]"),
    Mistake(
      "a colour too few", .settings, "  color7: rgba(0, 0, 0, 1)\n", "",
      says: "10:3: error: the colors without 'color7' [missing-key]"),
    Mistake(
      "an order without a name", .settings, "  - name: Runtime\n    subcategories: [Container Runtime]",
      "  - subcategories: [Container Runtime]",
      says: "7:5: error: a layer without 'name' [missing-name]"),
    Mistake(
      "an order without categories", .settings, "    subcategories: [Container Runtime]\ncolors", "colors",
      says: "7:5: error: layer 'Runtime' without 'subcategories' [missing-key]"),
    Mistake(
      "a rule without a category", .settings, "  - category: Runtime\nfeatured", "  - subcategories: [A]\nfeatured",
      says: "18:5: error: a rule without 'category' [missing-key]"),
    Mistake(
      "a featured item without a field", .settings, "  - field: maturity\n    options:", "  - options:",
      says: "20:5: error: a featured item without 'field' [missing-key]"),
    Mistake(
      "a featured item without options", .settings,
      "    options:\n      - {value: graduated, label: Graduated, order: 1}", "    options: []",
      says: "21:14: error: 'options' of featured item 'maturity' is empty [empty-value]"),
    Mistake(
      "an option without a value", .settings, "{value: graduated, ", "{",
      says: "22:9: error: a featured item without 'value' [missing-key]"),
    Mistake(
      "an option with an empty label", .settings, "label: Graduated", "label: ''",
      says: "22:35: error: 'label' of a featured item is empty [empty-value]"),
    Mistake(
      "an order that is a word", .settings, "order: 1}", "order: first}",
      says: "22:53: error: 'order' must be a whole number, not 'first' [bad-number]"),
    Mistake(
      "a footer without text", .settings, "text: Some text.", "text: ''",
      says: "25:9: error: 'text' of the footer is empty [empty-value]"),
    Mistake(
      "a footer with a wrong host", .settings, "links: {github: 'https://github.com/boxrun', homepage",
      "links: {github: 'https://gitlab.com/boxrun', homepage",
      says: "26:19: error: 'github' must be an address at github.com, not 'https://gitlab.com/boxrun' [wrong-host]"),
    Mistake(
      "a header with a wrong host", .settings, "header:\n  links: {github: 'https://github.com/boxrun'}",
      "header:\n  links: {github: 'https://gitlab.com/boxrun'}",
      says: "32:19: error: 'github' must be an address at github.com, not 'https://gitlab.com/boxrun' [wrong-host]"),
    Mistake(
      "a group without a name", .settings, "  - name: Projects\n    categories: [Runtime]", "  - categories: [Runtime]",
      says: "29:5: error: a group without 'name' [missing-name]"),
    Mistake(
      "a group without categories", .settings, "    categories: [Runtime]\nheader", "header",
      says: "29:5: error: group 'Projects' without 'categories' [missing-key]"),
    Mistake(
      "a group with an empty category", .settings, "    categories: [Runtime]\nheader", "    categories: ['']\nheader",
      says: "30:18: error: 'categories' of group 'Projects' is empty [empty-value]"),
    Mistake(
      "an image without an address", .settings, "favicon: https://example.org/favicon.png", "favicon: favicon.png",
      says: "34:12: error: not an http or https address: 'favicon.png' [bad-address]"),
    Mistake(
      "a size that is none", .settings, "grid_items_size: small", "grid_items_size: smal",
      says: "27:18: error: 'grid_items_size' must be small or medium or large, not 'smal' [bad-word]"),
    Mistake(
      "a view that is none", .settings, "view_mode: grid", "view_mode: list",
      says: "44:12: error: 'view_mode' must be grid or card, not 'list' [bad-word]"),
    Mistake(
      "no members", .settings, "members_category: Members", "members_category: ''",
      says: "36:19: error: 'members_category' of the settings is empty [empty-value]"),
    Mistake(
      "half an osano", .settings, ", customer_configuration_id: b", "",
      says: "37:8: error: the osano without 'customer_configuration_id' [missing-key]"),
    Mistake(
      "a narrow screenshot", .settings, "screenshot_width: 1500", "screenshot_width: 1000",
      says: "38:19: error: 'screenshot_width' must be a whole number greater than 1000, not '1000' [bad-number]"),
    Mistake(
      "a screenshot width in words", .settings, "screenshot_width: 1500", "screenshot_width: wide",
      says: "38:19: error: 'screenshot_width' must be a whole number greater than 1000, not 'wide' [bad-number]"),
    Mistake(
      "a tag rule without a category", .settings,
      "    - category: Runtime\n      subcategories: [Container Runtime]\nup",
      "    - subcategories: [Container Runtime]\nup",
      says: "41:7: error: a rule without 'category' [missing-key]"),
    Mistake(
      "a tag rule without subcategories", .settings, "      subcategories: [Container Runtime]\nup",
      "      subcategories: []\nup",
      says: "42:22: error: 'subcategories' of rule 'Runtime' is empty [empty-value]"),
    Mistake(
      "an event without an end", .settings, ", end: 2026-01-02", "",
      says: "43:17: error: upcoming event 'Boxcon' without 'end' [missing-key]"),
    Mistake(
      "a viewbox without a flag", .settings, "{adjust: true, ", "{",
      says: "35:16: error: the logos_viewbox without 'adjust' [missing-key]"),
    Mistake(
      "groups that are a mapping", .settings, "groups:\n  - name: Projects\n    categories: [Runtime]",
      "groups:\n  name: Projects",
      says: "29:3: error: 'groups' of the settings must be a list, not a mapping [wrong-shape]"),
  ]

  static let guide: [Mistake] = [
    Mistake(
      "a chapter without a category", .guide, "  - category: Runtime\n    content", "  - content",
      says: "2:5: error: a layer without 'category' [missing-key]"),
    Mistake(
      "a chapter with empty content", .guide, "content: What runs.", "content: ''",
      says: "3:14: error: 'content' of layer 'Runtime' is empty [empty-value]"),
    Mistake(
      "an empty keyword", .guide, "keywords: [run]", "keywords: ['']",
      says: "4:16: error: 'keywords' of layer 'Runtime' is empty [empty-value]"),
    Mistake(
      "a section without a name", .guide, "      - subcategory: Container Runtime\n        content", "      - content",
      says: "6:9: error: a category without 'subcategory' [missing-key]"),
    Mistake(
      "a section without content", .guide, "        content: What runs boxes.\n", "",
      says: "6:9: error: category 'Container Runtime' without 'content' [missing-key]"),
    Mistake(
      "a section with empty content", .guide, "content: What runs boxes.", "content: ''",
      says: "7:18: error: 'content' of category 'Container Runtime' is empty [empty-value]"),
    Mistake(
      "keywords that are a text", .guide, "keywords: [box]", "keywords: box",
      says: "8:19: error: 'keywords' of a category must be a list of words, not a text [wrong-shape]"),
  ]

  static let games: [Mistake] = [
    Mistake(
      "a question without a title", .games, "    - title: Which one runs boxes?\n      options", "    - options",
      says: "3:7: error: a question without 'title' [missing-key]"),
    Mistake(
      "an empty title", .games, "title: Which one runs boxes?", "title: ' '",
      says: "3:14: error: 'title' of question ' ' is empty [empty-value]"),
    Mistake(
      "a title that is too long", .games, "Which one runs boxes?",
      "Which one runs boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, and boxes, ?",
      says: "3:14: error: the title of a question has 221 bytes, wanted 200 at most [bad-question]"),
    Mistake(
      "one option", .games, "        - {item: Lidd, category: Runtime, subcategory: Container Runtime}\n", "",
      says: "3:7: error: a question has 1 option, wanted 2 to 4 [bad-question]"),
    Mistake(
      "five options", .games, "        - {item: Boxrun, correct: true}\n",
      "        - {item: Boxrun, correct: true}\n        - {item: A}\n        - {item: B}\n        - {item: C}\n",
      says: "3:7: error: a question has 5 options, wanted 2 to 4 [bad-question]"),
    Mistake(
      "no correct option", .games, ", correct: true", "",
      says: "3:7: error: a question has 0 options marked as correct, wanted one [bad-question]"),
    Mistake(
      "two correct options", .games, "category: Runtime,", "correct: true, category: Runtime,",
      says: "3:7: error: a question has 2 options marked as correct, wanted one [bad-question]"),
    Mistake(
      "an option without an item", .games, "{item: Lidd, ", "{",
      says: "6:11: error: option 'Runtime' without 'item' [missing-key]"),
    Mistake(
      "an option with an empty item", .games, "item: Lidd", "item: ''",
      says: "6:18: error: 'item' of option 'Runtime' is empty [empty-value]"),
    Mistake(
      "an option with an empty category", .games, "category: Runtime,", "category: '',",
      says: "6:34: error: 'category' of option 'Container Runtime' is empty [empty-value]"),
    Mistake(
      "a flag of an option in words", .games, "correct: true", "correct: sure",
      says: "3:7: error: a question has 0 options marked as correct, wanted one [bad-question]",
      "5:35: error: 'correct' must be true or false, not 'sure' [bad-flag]"),
    Mistake(
      "a quiz without questions", .games,
      "quiz:\n  questions:\n    - title: Which one runs boxes?\n      options:\n        - {item: Boxrun, correct: true}\n        - {item: Lidd, category: Runtime, subcategory: Container Runtime}\n",
      "quiz: {}\n",
      says: "1:7: error: the quiz without 'questions' [missing-key]"),
  ]
}
