import StrataScan
import Testing

@Suite("What files say") struct ScanTests {
  // MARK: Kubernetes

  @Test func readsGroupsImagesAnnotationsAndClasses() {
    let result = scan(
      "deploy/web.yaml",
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Rollout
      metadata:
        name: web
        annotations:
          cert-manager.io/cluster-issuer: letsencrypt
      spec:
        template:
          spec:
            containers:
              - name: web
                image: "docker.io/library/nginx:1.27@sha256:0123"   # the proxy
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      spec:
        storageClassName: longhorn
      """)
    #expect(
      result.lines == [
        "argo uses 1 deploy/web.yaml:1: argoproj.io",
        "cert-manager uses 1 deploy/web.yaml:6: cert-manager.io",
        "kubernetes runs 1 deploy/web.yaml:14: v1",
        "nginx runs 1 deploy/web.yaml:12: nginx",
      ])
    #expect(result.weakLines == ["longhorn runs 1 deploy/web.yaml:17: longhorn"])
  }

  @Test func aDefinitionOfResourcesNamesItsGroup() {
    let result = scan(
      "crd.yaml",
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: certificates.cert-manager.io
      spec:
        group: cert-manager.io
      """)
    #expect(result.lines.first == "cert-manager uses 2 crd.yaml:4: cert-manager.io")
  }

  @Test func rulesOfAccessAndOrdinaryAnnotationsProveNothing() {
    let result = scan(
      "rbac.yaml",
      """
      kind: ClusterRole
      rules:
        - apiGroups: [cert-manager.io]
          resources: [certificates]
        - apiGroups:
            - argoproj.io
            - "monitoring.coreos.com"
      metadata:
        annotations:
          prometheus.io/scrape: "true"
          cluster-autoscaler.kubernetes.io/safe-to-evict: "false"
      """)
    #expect(result.lines == [])
  }

  // MARK: Charts

  @Test func aChartDependsOnWhatItsValuesDoNotSwitchOff() {
    var scan = Scan(table: Files.table)
    scan.read(
      "chart/Chart.yaml",
      """
      apiVersion: v2
      name: shop
      dependencies:
        - name: postgresql
          repository: https://charts.bitnami.com/bitnami
          version: 1.2.3
        - name: grafana
          repository: https://grafana.github.io/helm-charts
          condition: grafana.enabled
        - name: redis
          repository: file://../redis
      """)
    scan.read(
      "chart/values.yaml",
      """
      grafana:
        image:
          repository: grafana/grafana
        enabled: false
      postgresql:
        persistence:
          enabled: false
      metrics:
        image:
          registry: quay.io
          repository: prometheus/node-exporter
      """)
    #expect(
      scan.result.lines == [
        "helm builds 1 chart/Chart.yaml:0: Chart.yaml",
        "postgresql runs 1 chart/Chart.yaml:4: postgresql",
        "prometheus runs 1 chart/values.yaml:11: prometheus/node-exporter",
      ])
  }

  @Test func readsHelmReleasesHelmfilesArgoAndKustomize() {
    var scan = Scan(table: Files.table)
    scan.read("release.yaml", "kind: HelmRelease\nspec:\n  chart:\n    spec:\n      chart: cert-manager\n")
    scan.read("helmfile.yaml", "releases:\n  - name: logs\n    chart: grafana/loki\n    version: 6.1.0\n")
    scan.read(
      "app.yaml",
      "kind: Application\nspec:\n  source:\n    chart: kyverno\n    repoURL: https://kyverno.github.io/kyverno/\n")
    scan.read(
      "kustomization.yaml",
      """
      resources:
        - https://github.com/fluxcd/flux2/manifests/install?ref=v2.3.0
        - base
      images:
        - name: velero/velero
          newTag: v1
      helmCharts:
        - name: longhorn
      """)
    #expect(
      scan.result.lines == [
        "cert-manager runs 1 release.yaml:5: cert-manager",
        "helmfile runs 1 helmfile.yaml:0: helmfile.yaml",
        "kustomize builds 1 kustomization.yaml:0: kustomization.yaml",
        "kyverno runs 2 app.yaml:4: kyverno",
        "loki runs 1 helmfile.yaml:3: loki",
        "longhorn runs 1 kustomization.yaml:8: longhorn",
        "velero runs 1 kustomization.yaml:5: velero/velero",
      ])
  }

  @Test func linesOfTemplatesAreNoTrees() {
    let result = scan(
      "templates/app.yaml",
      """
      {{- if .Values.enabled }}
      apiVersion: networking.istio.io/v1
      spec:
        {{- toYaml .Values.x | nindent 2 }}
        image: "ghcr.io/fluxcd/source-controller:{{ .Values.tag }}"
        other: "{{ .Values.image }}"
          ( merge . (dict "repoURL" "https://charts.longhorn.io" "chart" "longhorn" ))
      {{- end }}
      """)
    #expect(
      result.lines == [
        "flux runs 1 templates/app.yaml:5: fluxcd/source-controller",
        "istio uses 1 templates/app.yaml:2: networking.istio.io",
        "longhorn runs 2 templates/app.yaml:7: https://charts.longhorn.io",
      ])
  }

  // MARK: Mirrors

  @Test func aMirrorKeepsTheLastPartOfANameAndThatIsAGuess() {
    let result = scan("a.yaml", "image: registry.corp.example/mirror/keycloak:26\n")
    #expect(result.lines == [])
    #expect(result.weakLines == [])
    var scan = Scan(table: Files.catalogTable)
    scan.read("a.yaml", "image: registry.corp.example/mirror/keycloak:26\n")
    #expect(scan.result.lines == [])
    #expect(scan.result.weakLines == ["keycloak runs 1 a.yaml:1: keycloak"])
  }

  @Test func aGuessAndAResourceOfThatNameAreAProof() {
    let result = scan(
      "a.yaml",
      """
      kind: Deployment
      metadata:
        name: external-dns
      spec:
        image: registry.corp.example/ops/external-dns:v0.14
      """)
    #expect(result.lines == ["externaldns runs 1 a.yaml:5: external-dns"])
  }

  // MARK: Compose, Dockerfiles, scripts

  @Test func readsComposeFilesAndTheirEnvironment() {
    var scan = Scan(table: Files.table)
    scan.read("compose.yaml", "services:\n  db:\n    image: ${DB_IMAGE:-postgres:17}\n  x:\n    image: ${OTHER}\n")
    scan.read(".env", "CACHE_IMAGE=valkey/valkey:8\nPASSWORD=postgres\nIMAGE=hunter2\n")
    #expect(
      scan.result.lines == [
        "docker-compose runs 1 compose.yaml:0: compose.yaml",
        "postgresql runs 1 compose.yaml:3: postgres",
        "valkey runs 1 .env:1: valkey/valkey",
      ])
    #expect(scan.result.unknown.isEmpty)
  }

  @Test func readsDockerfilesWithTheirArgumentsAndStages() {
    let result = scan(
      "Dockerfile",
      """
      ARG BASE=nginx
      FROM --platform=linux/amd64 golang:1.24 AS build
      FROM ${BASE}:1.27
      COPY --from=build /x /x
      COPY --from=quay.io/prometheus/busybox /y /y
      """)
    #expect(
      result.lines == ["nginx runs 1 Dockerfile:3: nginx", "prometheus runs 1 Dockerfile:5: prometheus/busybox"])
    #expect(result.unknown.map(\.token.text) == ["golang"])
  }

  @Test func whatAPipelineRunsItTestsWith() {
    let result = scan(
      ".github/workflows/ci.yml",
      """
      jobs:
        test:
          services:
            db:
              image: postgres:17
          steps:
            - uses: helm/kind-action@v1
            - uses: ./local
            - run: helm upgrade --install web ./chart && cosign sign image
            - run: |
                kubectl apply -f https://github.com/argoproj/argo-cd/manifests/install.yaml
                echo helm
                flux
      """)
    #expect(
      result.lines == [
        "github-actions builds 1 .github/workflows/ci.yml:0: .github/workflows",
        "helm builds 1 .github/workflows/ci.yml:9: helm",
        "kind tests 1 .github/workflows/ci.yml:7: helm/kind-action",
        "kubernetes uses 1 .github/workflows/ci.yml:11: kubectl",
        "postgresql tests 1 .github/workflows/ci.yml:5: postgres",
        "sigstore builds 1 .github/workflows/ci.yml:9: cosign",
      ])
  }

  // MARK: Terraform

  @Test func readsTerraformAndKnowsWhenItIsOpenTofu() {
    let main = """
      terraform {
        required_providers {
          helm = { source = "hashicorp/helm", version = "~> 2" }
          vault = {
            source = "hashicorp/vault"
          }
        }
      }
      module "eks" {
        source = "terraform-aws-modules/eks/aws"
      }
      resource "helm_release" "logs" {
        repository = "https://grafana.github.io/helm-charts"
        chart      = "loki"
      }
      resource "aws_s3_bucket" "b" {}
      # resource "google_container_cluster" "no" {}
      """
    var scan = Scan(table: Files.table)
    scan.read("infra/main.tf", main)
    let expected = [
      "amazon-eks runs 1 infra/main.tf:10: terraform-aws-modules/eks/aws",
      "amazon-s3 uses 1 infra/main.tf:16: aws_s3_bucket",
      "helm uses 2 infra/main.tf:3: hashicorp/helm",
      "loki runs 1 infra/main.tf:14: loki",
      "vault uses 1 infra/main.tf:5: hashicorp/vault",
    ]
    #expect(scan.result.lines.filter { !$0.hasPrefix("terraform") } == expected)
    #expect(scan.result.lines.contains("terraform builds 1 infra/main.tf:0: .tf"))
    scan.read(".terraform.lock.hcl", "provider \"registry.opentofu.org/hashicorp/helm\" {\n}\n")
    #expect(!scan.result.lines.contains { $0.hasPrefix("terraform ") })
    #expect(scan.result.lines.contains { $0.hasPrefix("opentofu builds 3 ") })
  }

  // MARK: Dependencies

  @Test(arguments: [
    (
      "go.mod", "module x\nrequire (\n\tgoogle.golang.org/grpc v1.6\n\tgithub.com/lib/pq v1 // indirect\n)\n",
      "grpc links 1 go.mod:3: google.golang.org/grpc"
    ),
    (
      "package.json", "{\"name\": \"pg\", \"dependencies\": {\"kafkajs\": \"^2\"}, \"config\": {\"pg\": 1}}",
      "kafka links 1 package.json:1:34: kafkajs"
    ),
    (
      "requirements.txt", "# redis\nasyncpg[sa]>=0.2 ; python_version > '3'\nredis-om\n",
      "postgresql links 1 requirements.txt:2: asyncpg"
    ),
    (
      "pyproject.toml", "[project]\ndependencies = [\n  \"grpcio>=1.6\",\n]\nname = \"redis\"\n",
      "grpc links 1 pyproject.toml:3: grpcio"
    ),
    (
      "pom.xml", "<dependency>\n  <groupId>io.grpc</groupId>\n  <artifactId>grpc-netty</artifactId>\n",
      "grpc links 1 pom.xml:3: io.grpc:grpc-netty"
    ),
    (
      "build.gradle.kts", "implementation(\"io.nats:jnats:2.17\")\n// \"io.grpc:grpc:1\"\n",
      "nats links 1 build.gradle.kts:1: io.nats:jnats"
    ),
    (
      "Cargo.toml", "[package]\nname = \"redis\"\n[dependencies]\nrdkafka = \"0.36\"\n",
      "kafka links 1 Cargo.toml:4: rdkafka"
    ),
    (
      "app.csproj", "<PackageReference Include=\"StackExchange.Redis\" Version=\"2\" />\n",
      "redis links 1 app.csproj:1: StackExchange.Redis"
    ),
    (".tool-versions", "helmfile 0.16\n", "helmfile builds 1 .tool-versions:1: helmfile"),
    ("mise.toml", "[tools]\nopentofu = \"1.8\"\n[env]\nhelm = \"x\"\n", "opentofu builds 1 mise.toml:2: opentofu"),
    ("Brewfile", "brew \"kustomize\"\n", "kustomize builds 1 Brewfile:1: kustomize"),
    (
      "devbox.json", "{\"packages\": [\"skaffold@2\"], \"env\": {\"x\": \"helm\"}}",
      "skaffold builds 1 devbox.json:1:16: skaffold"
    ),
  ])
  func directDependenciesAreLinks(_ file: String, _ text: String, _ expected: String) {
    #expect(scan(file, text).lines == [expected])
  }

  @Test func readsSBOMs() {
    var scan = Scan(table: Files.table)
    scan.read(
      "sbom.cdx.json",
      "{\"components\":[{\"purl\":\"pkg:golang/google.golang.org/grpc@v1.6\"},{\"purl\":\"pkg:npm/%40grpc/grpc-js@1\"}]}"
    )
    scan.read("app.spdx", "ExternalRef: PACKAGE-MANAGER purl pkg:pypi/redis@5\n")
    #expect(
      scan.result.lines == [
        "grpc links 2 sbom.cdx.json:1:25: google.golang.org/grpc", "redis links 1 app.spdx:1:35: redis",
      ])
  }

  // MARK: A cluster's own lists

  @Test(arguments: [
    "customresourcedefinition.apiextensions.k8s.io/applications.argoproj.io\n",
    "NAME  CREATED AT\napplications.argoproj.io   2026-01-01T00:00:00Z\n",
    "argoproj.io/v1alpha1\n",
    "{\"items\": [{\"apiVersion\": \"argoproj.io/v1alpha1\", \"kind\": \"Application\"}]}",
    "- apiVersion: argoproj.io/v1alpha1\n  kind: Application\n",
    "[{\"name\":\"x\",\"chart\":\"argo-cd-7.1.0\"}]",
    "- chart: argo-cd-7.1.0\n  name: x\n",
    "NAME NAMESPACE REVISION UPDATED STATUS CHART APP\nx y 1 now deployed argo-cd-7.1.0 v2\n",
  ])
  func readsWhatAClusterPrints(_ input: String) {
    var scan = Scan(table: Files.table)
    scan.readInput(input)
    #expect(scan.result.sure.map(\.tool) == ["argo"])
  }

  // MARK: Where it stands

  @Test(arguments: ["test/a.yaml", "x/examples/a.yaml", "docs/a.yaml", "test_release.yaml", "x/testdata/y/a.yaml"])
  func examplesAndTestsCountApart(_ path: String) {
    let result = scan(path, "image: redis:7\n")
    #expect(result.lines == [])
    #expect(result.asideLines == ["redis runs 1 \(path):1: redis"])
  }

  @Test func whatNoToolClaimsIsCounted() {
    var scan = Scan(table: Files.table)
    scan.read(
      "a.yaml", "image: ghcr.io/acme/shop:1\n---\nimage: ghcr.io/acme/shop:2\n---\napiVersion: shop.acme.example/v1\n")
    scan.read("b.yaml", "image: word\nkind: HelmRelease\nchart: ./local\n")
    #expect(
      scan.result.unknown.map { "\($0.token.kind.rawValue) \($0.token.text) \($0.count)" } == [
        "image acme/shop 2", "group shop.acme.example 1",
      ])
  }
}
