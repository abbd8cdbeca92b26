import StrataScan
import Testing

/// Each kind of file that a scan reads, as it looks in the world: what is found, and nothing else.
@Suite("Kinds of files") struct InputTests {
  /// The tools of one file.
  private func tools(_ path: String, _ text: String) -> [String] { scan(path, text).sure.map(\.tool) }

  private func tools(input text: String) -> [String] {
    var scan = Scan(table: Files.table)
    scan.readInput(text)
    return scan.result.sure.map(\.tool)
  }

  // MARK: What a cluster and its tools print

  @Test func namesOfDefinitions() {
    #expect(
      tools(
        input: """
          customresourcedefinition.apiextensions.k8s.io/applications.argoproj.io
          customresourcedefinition.apiextensions.k8s.io/certificates.cert-manager.io
          customresourcedefinition.apiextensions.k8s.io/ciliumnetworkpolicies.cilium.io
          customresourcedefinition.apiextensions.k8s.io/prometheuses.monitoring.coreos.com
          customresourcedefinition.apiextensions.k8s.io/widgets.shop.acme.example
          """) == ["argo", "cert-manager", "cilium", "prometheus"])
  }

  @Test func aTableOfDefinitions() {
    #expect(
      tools(
        input: """
          NAME                                  CREATED AT
          clusterpolicies.kyverno.io            2025-03-01T10:00:00Z
          scaledobjects.keda.sh                 2025-03-01T10:00:00Z
          """) == ["keda", "kyverno"])
  }

  @Test func versionsOfInterfaces() {
    #expect(
      tools(
        input: """
          admissionregistration.k8s.io/v1
          apps/v1
          velero.io/v1
          networking.istio.io/v1
          v1
          """) == ["istio", "kubernetes", "velero"])
  }

  @Test(
    "what helm list prints",
    arguments: [
      """
      - app_version: v1.14.4
        chart: cert-manager-v1.14.4
        name: certs
        namespace: cert-manager
        revision: "3"
        status: deployed
        updated: 2025-04-02 09:11:00 +0000 UTC
      - app_version: 2.9.4
        chart: loki-6.1.0
        name: logs
      """,
      """
      [{"name":"certs","namespace":"cert-manager","revision":"3","status":"deployed","chart":"cert-manager-v1.14.4",\
      "app_version":"v1.14.4"},{"name":"logs","namespace":"logs","chart":"loki-6.1.0","app_version":"2.9.4"}]
      """,
      """
      NAME \tNAMESPACE   \tREVISION\tUPDATED                                \tSTATUS  \tCHART               \tAPP VERSION
      certs\tcert-manager\t3       \t2025-04-02 09:11:00.123456 +0000 UTC   \tdeployed\tcert-manager-v1.14.4\tv1.14.4
      logs \tlogs        \t1       \t2025-04-02 09:11:00.123456 +0000 UTC   \tdeployed\tloki-6.1.0          \t2.9.4
      """,
    ])
  func releases(input: String) { #expect(tools(input: input) == ["cert-manager", "loki"]) }

  @Test func aListOfObjects() {
    #expect(
      tools(
        input: """
          {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "apps/v1", "kind": "Deployment",
            "metadata": {"name": "x", "annotations": {"linkerd.io/inject": "enabled"}},
            "spec": {"template": {"spec": {"containers": [{"name": "db", "image": "docker.io/library/redis:7.4"}]}}}}]}
          """) == ["kubernetes", "linkerd", "redis"])
  }

  // MARK: Bills of materials

  @Test(
    "CycloneDX and SPDX",
    arguments: [
      (
        "app.cdx.json",
        """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
          {"type": "library", "name": "grpc", "purl": "pkg:golang/google.golang.org/grpc@v1.64.0"},
          {"type": "library", "name": "kafkajs", "purl": "pkg:npm/kafkajs@2.2.4"},
          {"type": "library", "name": "own", "purl": "pkg:npm/%40acme/shop@1.0.0"}]}
        """
      ),
      (
        "bom.xml",
        """
        <?xml version="1.0"?>
        <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library">
          <purl>pkg:golang/google.golang.org/grpc@v1.64.0</purl></component><component type="library">
          <purl>pkg:npm/kafkajs@2.2.4</purl></component></components></bom>
        """
      ),
      (
        "image.spdx.json",
        """
        {"spdxVersion": "SPDX-2.3", "packages": [{"name": "x", "externalRefs": [
          {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
           "referenceLocator": "pkg:golang/google.golang.org/grpc@v1.64.0"},
          {"referenceType": "purl", "referenceLocator": "pkg:npm/kafkajs@2.2.4?vcs_url=https://u:p@host"}]}]}
        """
      ),
      (
        "image.spdx",
        """
        SPDXVersion: SPDX-2.3
        PackageName: grpc
        ExternalRef: PACKAGE-MANAGER purl pkg:golang/google.golang.org/grpc@v1.64.0
        ExternalRef: PACKAGE-MANAGER purl pkg:npm/kafkajs@2.2.4
        """
      ),
    ])
  func bills(name: String, text: String) {
    #expect(tools(name, text) == ["grpc", "kafka"])
    #expect(tools(input: text) == ["grpc", "kafka"])
  }

  // MARK: Charts and what installs them

  @Test func lockedDependenciesOfAChart() {
    #expect(
      tools(
        "chart/Chart.lock",
        """
        dependencies:
        - name: redis
          repository: oci://registry-1.docker.io/bitnamicharts
          version: 18.1.0
        - name: common
          repository: https://charts.bitnami.com/bitnami
          version: 2.1.0
        digest: sha256:0123
        """
      ).contains("redis"))
  }

  @Test func fluxSources() {
    #expect(
      tools(
        "apps/podinfo.yaml",
        """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: HelmRepository
        spec:
          url: https://kyverno.github.io/kyverno/
        ---
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        spec:
          chart:
            spec:
              chart: traefik
        """) == ["flux", "helm", "kyverno", "traefik"])
  }

  @Test func argoApplications() {
    #expect(
      tools(
        "apps/set.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        spec:
          template:
            spec:
              sources:
                - repoURL: https://charts.longhorn.io
                  chart: longhorn
                  targetRevision: 1.6.0
        """) == ["argo", "longhorn"])
  }

  @Test func remoteBasesOfKustomize() {
    #expect(
      tools(
        "base/kustomization.yaml",
        """
        resources:
          - https://github.com/knative/serving/releases/download/knative-v1.13.0/serving-core.yaml
          - github.com/cert-manager/cert-manager/deploy?ref=v1.14.0
        images:
          - name: web
            newName: valkey/valkey
        """
      ).contains("valkey"))
  }

  @Test func skaffold() {
    #expect(
      tools(
        "skaffold.yaml",
        """
        apiVersion: skaffold/v4beta6
        kind: Config
        deploy:
          helm:
            releases:
              - name: queue
                remoteChart: rabbitmq
                repo: https://charts.bitnami.com/bitnami
        """) == ["rabbitmq", "skaffold"])
  }

  // MARK: Containers

  @Test func composeWithArgumentsOfItsBuild() {
    let result = scan(
      "compose.yaml",
      """
      services:
        web:
          build:
            context: .
            args:
              BASE_IMAGE: nginx:1.27
              TOKEN: redis
              SECRET_IMAGE: hunter2/hunter2:hunter2
        worker:
          build:
            args:
              - RUNTIME_IMAGE=postgres:17
              - PASSWORD=redis:7
      """)
    #expect(
      result.lines == [
        "docker-compose runs 1 compose.yaml:0: compose.yaml", "nginx runs 1 compose.yaml:6: nginx",
        "postgresql runs 1 compose.yaml:12: postgres",
      ])
    #expect(result.unknown.isEmpty)
  }

  // MARK: Pipelines

  @Test func gitLab() {
    #expect(
      scan(
        ".gitlab-ci.yml",
        """
        image: alpine/helm:3.14
        services:
          - postgres:17
          - name: redis:7
        test:
          script:
            - helm lint chart
            - echo kubectl
        """
      ).lines.filter { !$0.hasPrefix("gitlab") } == [
        "helm builds 1 .gitlab-ci.yml:7: helm", "postgresql tests 1 .gitlab-ci.yml:3: postgres",
      ])
  }

  @Test func jenkins() {
    #expect(
      scan(
        "Jenkinsfile",
        """
        pipeline {
          agent { docker { image 'hashicorp/terraform:1.8' } }
          stages { stage('x') { steps {
            sh 'helm upgrade web ./chart'
            script { docker.image("postgres:17").withRun() { c -> sh "true" } }
            // image 'redis:7'
            withCredentials([string(credentialsId: 'x', variable: 'image hunter2')]) { }
          } } }
        }
        """
      ).lines.filter { !$0.hasPrefix("jenkins") } == [
        "helm builds 1 Jenkinsfile:4: helm", "postgresql tests 1 Jenkinsfile:5: postgres",
        "terraform builds 1 Jenkinsfile:2: hashicorp/terraform",
      ])
  }

  @Test func azure() {
    #expect(
      tools(
        "azure-pipelines.yml",
        """
        steps:
          - task: HelmDeploy@0
            inputs: {command: upgrade}
          - task: KubernetesManifest@1
          - script: terraform apply -auto-approve
        """
      ).filter { !$0.hasPrefix("azure") } == ["helm", "kubernetes", "terraform"])
  }

  @Test func tekton() {
    #expect(
      tools(
        "ci/task.yaml",
        """
        apiVersion: tekton.dev/v1
        kind: Task
        spec:
          steps:
            - name: build
              image: gcr.io/kaniko-project/executor:v1.22.0
            - name: scan
              image: aquasec/trivy:0.50.0
        """) == ["kaniko", "tekton", "trivy"])
  }

  @Test func googleCloudBuild() {
    #expect(
      tools(
        "cloudbuild.yaml",
        """
        steps:
          - name: gcr.io/kaniko-project/executor:latest
            args: [--cache=true]
        """
      ).contains("kaniko"))
  }

  @Test func circle() {
    #expect(
      tools(
        ".circleci/config.yml",
        """
        jobs:
          test:
            docker:
              - image: cimg/go:1.22
              - image: postgres:17
            steps:
              - run: helm lint ./chart
        """
      ).filter { !$0.hasPrefix("circle") } == ["helm", "postgresql"])
  }

  // MARK: Dependencies

  @Test func aVersionCatalogOfGradle() {
    #expect(
      scan(
        "gradle/libs.versions.toml",
        """
        [versions]
        grpc = "1.64.0"
        [libraries]
        netty = { module = "io.grpc:grpc-netty", version.ref = "grpc" }
        nats = { group = "io.nats", name = "jnats", version = "2.17" }
        kafka = "org.apache.kafka:kafka-clients:3.7.0"
        """
      ).lines == [
        "grpc links 1 gradle/libs.versions.toml:4: io.grpc:grpc-netty",
        "kafka links 1 gradle/libs.versions.toml:6: org.apache.kafka:kafka-clients",
        "nats links 1 gradle/libs.versions.toml:5: io.nats:jnats",
      ])
  }

  @Test func poetryAndPipenv() {
    #expect(
      tools("pyproject.toml", "[tool.poetry.dependencies]\npython = \"^3.12\"\nkafka-python = \"*\"\n") == ["kafka"])
    #expect(tools("Pipfile", "[packages]\nredis = \"*\"\n[requires]\npsycopg = \"3\"\n") == ["redis"])
  }

  @Test func centralVersionsOfDotNet() {
    #expect(
      tools(
        "Directory.Packages.props",
        "<Project><ItemGroup>\n  <PackageVersion Include=\"Npgsql\" Version=\"8.0.0\" />\n</ItemGroup></Project>\n")
        == ["postgresql"])
  }
}
