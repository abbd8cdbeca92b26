import Testing

@Test func placeholderStrataCatalogTests() {}
