import Testing

@Test func placeholderStrataYAMLTests() {}
