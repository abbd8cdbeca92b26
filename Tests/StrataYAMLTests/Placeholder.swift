import Testing

@Test func placeholderYAML() {}
