/// A key under a tool's `further` in strata's own format: what landscape2 data say beyond strata's own keys, kept so that
/// nothing is lost on the way from one format to the other.
enum FurtherField: String, CaseIterable {
  case license, organization, partOf, language, link
  case joined, annualReview, audit, specification, endUser, openSource, useCase, businessUseCase, integrations, personas
  case releaseRate, advisoryGroup, chat, training, annotation, stars, contributors, started, latestCommit, latestRelease

  var key: Field.Key {
    switch self {
    case .license: .license
    case .organization: .organization
    case .partOf: .partOf
    case .language: .language
    case .link: .link
    case .joined: .joined
    case .annualReview: .annualReview
    case .audit: .audit
    case .specification: .specification
    case .endUser: .endUser
    case .openSource: .openSource
    case .useCase: .useCase
    case .businessUseCase: .businessUseCase
    case .integrations: .integrations
    case .personas: .personas
    case .releaseRate: .releaseRate
    case .advisoryGroup: .advisoryGroup
    case .chat: .chat
    case .training: .training
    case .annotation: .annotation
    case .stars: .stars
    case .contributors: .contributors
    case .started: .started
    case .latestCommit: .latestCommit
    case .latestRelease: .latestRelease
    }
  }
}
