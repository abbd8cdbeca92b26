import StrataCatalog
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

  // MARK: Bytes

  @Test func aCarriageReturnIsABlankWhereverItStands() {
    #expect(tools(input: "a\rdocker.io/library/redis:7\n") == ["redis"])
    #expect(tools(input: "\r\r docker.io/library/redis:7 \r \r\n\r\n") == ["redis"])
  }

  /// Before, between and behind words, and alone in a line. Reading ends, and says the same however the file is cut.
  @Test(arguments: [
    "go.mod", "Dockerfile", "Makefile", "a.yaml", "a.json", "package.json", "main.tf", ".env", "requirements.txt",
    "Cargo.toml", "pom.xml", "build.gradle", "Jenkinsfile", ".gitlab-ci.yml", "Brewfile", ".tool-versions", "a.csproj",
    "bom.spdx", "Tiltfile", "devbox.json", "x.lock", "input",
  ])
  func anyByteStandsAnywhere(_ path: String) {
    for byte in UInt8.min...UInt8.max {
      var bytes: [UInt8] = []
      for word in [
        "", "require", "(", "a/b", "-", "image:", "redis:7", "FROM", "{", "\"x\":", "\n", "- ", "x", "\n", "",
      ] {
        bytes += [byte] + Array(word.utf8) + [byte, byte]
      }
      func read(_ piece: Int) -> [String] {
        var scan = Scan(table: Files.table)
        if path == "input" {
          scan.readInput(String(decoding: bytes, as: UTF8.self))
        } else {
          scan.read(path, bytes, piece: piece)
        }
        return scan.result.lines + scan.result.weakLines
      }
      #expect(read(.max) == read(3), "\(byte)")
    }
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

  @Test func aTableOfResources() {
    #expect(
      tools(
        input: """
          NAME              SHORTNAMES   APIVERSION               NAMESPACED   KIND
          bindings                       v1                       true         Binding
          challenges                     acme.cert-manager.io/v1  true         Challenge
          scaledobjects     so           keda.sh/v1alpha1         true         ScaledObject
          """) == ["cert-manager", "keda"])
  }

  @Test(
    "images of a cluster",
    arguments: [
      "quay.io/argoproj/argocd:v2.12.3\nghcr.io/kyverno/kyverno:v1.12.5\nregistry.k8s.io/pause:3.9\n",
      "quay.io/argoproj/argocd:v2.12.3 ghcr.io/kyverno/kyverno:v1.12.5 registry.k8s.io/pause:3.9",
      "      3 quay.io/argoproj/argocd:v2.12.3\n     12 ghcr.io/kyverno/kyverno@sha256:0123\n",
      String(repeating: "registry.k8s.io/pause:3.9 ", count: 400)
        + "quay.io/argoproj/argocd:v2 ghcr.io/kyverno/kyverno:v1",
    ])
  func images(input: String) { #expect(tools(input: input) == ["argo", "kyverno"]) }

  @Test func definitionsAsYAML() {
    #expect(
      tools(
        input: """
          apiVersion: v1
          items:
          - apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: rollouts.argoproj.io
            spec:
              group: argoproj.io
          - apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: backups.velero.io
          kind: List
          """) == ["argo", "kubernetes", "velero"])
  }

  @Test func classesAndDrivers() {
    #expect(
      scan(
        "cluster/classes.yaml",
        """
        kind: IngressClass
        spec:
          controller: ingress-controllers.konghq.com/kong
        ---
        apiVersion: storage.k8s.io/v1
        kind: CSIDriver
        metadata: {name: secrets-store.csi.k8s.io}
        ---
        kind: StorageClass
        provisioner: driver.longhorn.io
        """
      ).lines.filter { !$0.hasPrefix("kubernetes") } == [
        "kong runs 1 cluster/classes.yaml:3: ingress-controllers.konghq.com/kong",
        "longhorn runs 1 cluster/classes.yaml:10: driver.longhorn.io",
        "secrets-store-csi-driver runs 1 cluster/classes.yaml:7: secrets-store.csi.k8s.io",
      ])
  }

  @Test func pairsInBraces() {
    #expect(
      scan(
        "apps/x.yaml",
        """
        containers:
          - {name: db, image: "postgres:17", env: {image: 'no {image: redis'}}
        ui: {image: {repository: grafana/grafana, tag: "11"}, tags: [image, redis]}
        off: {enabled: false, image: {repository: grafana/loki}}
        """
      ).lines == [
        "grafana runs 1 apps/x.yaml:3: grafana/grafana", "postgresql runs 1 apps/x.yaml:2: postgres",
      ])
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

  @Test func whereAnImageOfABillComesFrom() {
    #expect(
      tools(
        "image.cdx.json",
        """
        {"components": [
          {"purl": "pkg:oci/keycloak@sha256%3Aabc?repository_url=quay.io/keycloak/keycloak&tag=26"},
          {"purl": "pkg:docker/grafana/loki@3.1"}, {"purl": "pkg:helm/traefik@30.1.0"},
          {"purl": "pkg:githubactions/aquasecurity/trivy-action@0.24"}]}
        """) == ["keycloak", "loki", "traefik", "trivy"])
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

  @Test func fluxSourcesOfArtifacts() {
    #expect(
      tools(
        "apps/source.yaml",
        """
        apiVersion: source.toolkit.fluxcd.io/v1beta2
        kind: OCIRepository
        spec:
          url: oci://ghcr.io/external-secrets/charts/external-secrets
        """) == ["external-secrets", "flux"])
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

  @Test func tilt() {
    #expect(
      tools(
        "Tiltfile",
        """
        load('ext://helm_resource', 'helm_resource', 'helm_repo')
        helm_repo('jetstack', 'https://charts.jetstack.io')
        helm_resource('queue', 'bitnami/rabbitmq')
        helm_remote("traefik", repo_url="https://x.example")
        k8s_yaml('loki/loki.yaml')
        """) == ["cert-manager", "rabbitmq", "tilt", "traefik"])
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
        "helm builds 2 .gitlab-ci.yml:1: alpine/helm", "postgresql tests 1 .gitlab-ci.yml:3: postgres",
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

  /// By the catalog's own names, too.
  private func whole(_ path: String, _ text: String) -> ScanResult {
    var scan = Scan(table: Files.catalogTable)
    scan.read(path, text)
    return scan.result
  }

  /// By name in the cluster, from the hub, from a bundle, from a repository.
  @Test func referencesOfTekton() {
    let result = whole(
      "ci/pipeline.yaml",
      """
      apiVersion: tekton.dev/v1
      kind: Pipeline
      spec:
        tasks:
          - name: build
            taskRef:
              resolver: hub
              params:
                - name: kind
                  value: task
                - name: name
                  value: kaniko
                - {name: version, value: "0.6"}
          - name: scan
            taskRef:
              resolver: bundles
              params:
                - name: bundle
                  value: docker.io/aquasec/trivy:0.50
                - name: name
                  value: helm-upgrade-from-repo
          - name: sign
            taskRef:
              name: cosign-sign
          - name: check
            taskRef: {name: kubescape}
          - name: pack
            taskRef:
              resolver: git
              params:
                - name: url
                  value: https://github.com/tektoncd/catalog.git
                - name: pathInRepo
                  value: task/buildpacks/0.6/buildpacks.yaml
          - name: own
            taskRef:
              name: deploy-shop
            params:
              - name: name
                value: redis
      """)
    #expect(
      result.lines == [
        "kaniko builds 1 ci/pipeline.yaml:12: kaniko", "tekton uses 1 ci/pipeline.yaml:1: tekton.dev",
        "trivy builds 1 ci/pipeline.yaml:19: aquasec/trivy",
      ])
    #expect(result.perhaps.map(\.tool).sorted() == ["buildpacks", "helm", "kubescape"])
  }

  /// Components, templates, and who else's components are called like a tool.
  @Test func whatGitLabIncludes() {
    let result = whole(
      "ci/build.gitlab-ci.yml",
      """
      include:
        - component: gitlab.com/components/opentofu/full-pipeline@1.0
          inputs: {version: 1.2}
        - component: $CI_SERVER_FQDN/acme/kaniko/build@main
        - component: gitlab.com/components/container-scanning/container-scanning@3
        - template: Terraform/Base.gitlab-ci.yml
        - template: Security/SAST-IaC.gitlab-ci.yml
        - local: redis.yml
      """)
    #expect(result.sure.map(\.tool) == ["gitlab", "kics", "opentofu", "terraform", "trivy"])
    #expect(result.perhaps.map(\.tool) == ["kaniko"])
  }

  /// A file is what its name says, however the name is varied.
  @Test(arguments: [
    ("azure-pipelines-release.yaml", "steps:\n  - script: helm upgrade x y\n", "helm"),
    (".semaphore/semaphore.yml", "commands:\n  - script: helm upgrade x y\n", "helm"),
    (".woodpecker.yml", "steps:\n  x:\n    image: alpine/helm:3\n", "helm"),
    (".drone.yaml", "steps:\n  - name: x\n    image: alpine/helm:3\n", "helm"),
    ("cloudbuild-prod.yaml", "steps:\n  - name: alpine/helm:3\n", "helm"),
    ("ci/deploy.Jenkinsfile", "sh 'helm upgrade x y'\n", "helm"),
    ("Jenkinsfile.release", "sh 'helm upgrade x y'\n", "helm"),
    ("gradle/deps.versions.toml", "[libraries]\nx = { module = \"io.nats:jnats\", version = \"1\" }\n", "nats"),
    ("requirements/base.txt", "redis==5\n", "redis"), ("dev-requirements.txt", "redis==5\n", "redis"),
    ("mise.local.toml", "[tools]\nhelm = \"3\"\n", "helm"),
    (".config/mise/config.toml", "[tools]\nhelm = \"3\"\n", "helm"),
    ("app.cdx.xml", "<purl>pkg:npm/kafkajs@2.2.4</purl>\n", "kafka"),
    ("app.spdx.yaml", "  - referenceLocator: \"pkg:npm/kafkajs@2.2.4\"\n", "kafka"),
  ]) func namesOfFiles(_ path: String, _ text: String, _ tool: String) {
    #expect(tools(path, text).contains(tool), "\(tools(path, text))")
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

  @Test func containersAndOrbs() {
    #expect(
      scan(
        ".github/workflows/x.yml",
        """
        jobs:
          x:
            container: { image: 'hashicorp/terraform:1.9' }
            steps:
              - uses: kyverno/action-install-kyverno@v1
        """
      ).lines.filter { !$0.hasPrefix("github") } == [
        "kyverno tests 1 .github/workflows/x.yml:5: kyverno/action-install-kyverno",
        "terraform builds 1 .github/workflows/x.yml:3: hashicorp/terraform",
      ])
    #expect(
      tools(
        ".circleci/config.yml",
        "orbs:\n  helm: circleci/helm@3.2.0\njobs:\n  t:\n    docker:\n      - image: cimg/postgres:16.4\n"
      ).filter { !$0.hasPrefix("circle") } == ["helm", "postgresql"])
  }

  @Test func drone() {
    #expect(
      tools(".drone.yml", "kind: pipeline\nsteps:\n  - name: deploy\n    image: alpine/helm\n").contains("helm"))
  }

  @Test func bitbucket() {
    #expect(
      tools(
        "bitbucket-pipelines.yml",
        """
        pipelines:
          default:
            - step:
                script:
                  - pipe: atlassian/aws-eks-kubectl-run:2.2.0
                  - terraform plan
        definitions:
          services:
            cache: {image: redis}
        """
      ).filter { !$0.hasPrefix("bitbucket") } == ["amazon-eks", "redis", "terraform"])
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

  @Test func mavenInAnyOrderAndOnOneLine() {
    #expect(
      scan(
        "pom.xml",
        """
        <project><groupId>com.example</groupId>
          <artifactId>shop</artifactId>
          <dependencies>
            <dependency>
              <artifactId>kafka-clients</artifactId>
              <version>3.8.0</version>
              <groupId>org.apache.kafka</groupId>
            </dependency>
            <dependency><groupId>io.nats</groupId><artifactId>jnats</artifactId></dependency>
        </dependencies></project>
        """
      ).lines == ["kafka links 1 pom.xml:7: org.apache.kafka:kafka-clients", "nats links 1 pom.xml:9: io.nats:jnats"])
  }

  @Test func gradleInBothNotations() {
    #expect(
      tools(
        "build.gradle",
        """
        dependencies {
          compile group: 'io.lettuce', name: 'lettuce-core', version: '6.4'
          implementation "org.apache.pulsar:pulsar-client:3.3.1"
          // implementation 'io.nats:jnats:2'
        }
        """) == ["pulsar", "redis"])
  }

  @Test func attributesInAnyOrder() {
    #expect(
      tools(
        "Shop.csproj",
        """
        <ItemGroup>
          <PackageReference Version="8.0" Include="Npgsql" />
          <PackageReference Include='Confluent.Kafka' Version='2.5.3' />
          <PackageReference NotInclude="StackExchange.Redis" />
        </ItemGroup>
        """) == ["kafka", "postgresql"])
  }

  @Test func toolManagers() {
    #expect(
      tools(
        "mise.toml",
        "[tools]\nterragrunt = \"0.67\"\n\"aqua:helmfile/helmfile\" = \"0.168\"\n\"npm:@pulumi/pulumi\" = \"3\"\n")
        == ["helmfile", "pulumi", "terragrunt"])
    #expect(tools(".tool-versions", "kubectl 1.31.0\n# helm 3\nk3d 5.7.4\n") == ["k3d", "kubernetes"])
    #expect(
      tools("devbox.json", #"{"packages": ["kubernetes-helm@latest", "k9s@0.32"], "env": {"tilt": "1"}}"#) == [
        "helm", "k9s",
      ])
    #expect(
      tools("devbox.json", #"{"packages": {"tilt": "latest", "kind": {"version": "0.24"}}}"#) == ["kind", "tilt"])
    #expect(
      tools("Brewfile", "tap 'x/y'\nbrew 'stern'\nbrew \"helm\", args: [\"HEAD\"]\n# brew 'k9s'\n") == [
        "helm", "stern",
      ])
  }

  @Test func resourcesOfAToolsOwnProvider() {
    var scan = Scan(table: Files.catalogTable)
    scan.read(
      "main.tf",
      """
      resource "grafana_dashboard" "x" {}
      resource "random_id" "y" {}
      resource "local_file" "z" {}
      terraform { required_providers {
        k = { source = "qdrant/qdrant" }
        l = { source = "hashicorp/random" } } }
      """)
    #expect(scan.result.sure.map(\.tool) == ["grafana", "qdrant", "terraform"])
  }
}

/// What the catalog itself says of its tools, without a line of the table.
@Suite("The catalog's own signals") struct CatalogSignalTests {
  private static let catalog = Catalog.read(
    sources: [
      (
        "c.yaml",
        Array(
          """
          layers: [{id: l, name: L, categories: [{id: c, name: C, tools: [
            {id: widget, name: Widget, homepage: 'https://widget.io', repository: 'https://github.com/widget/core'},
            {id: gear, name: Gear, homepage: 'https://gears.example.com', repository: 'https://github.com/gearbox/gear'},
            {id: one, name: One, homepage: 'https://big.com/one', repository: 'https://github.com/big/one'},
            {id: big, name: Big, homepage: 'https://big.com', repository: 'https://github.com/big/big'}]}]}]
          """.utf8)
      )
    ]).catalog

  private func lines(_ path: String, _ text: String) throws -> (sure: [String], perhaps: [String]) {
    var table = SignalTable("")
    table.add(try #require(Self.catalog))
    var scan = Scan(table: table)
    scan.read(path, text)
    return (scan.result.lines, scan.result.weakLines)
  }

  @Test func whatHasAToolsVeryNameIsItsOwn() throws {
    let found = try lines(
      "a.yaml",
      """
      apiVersion: core.widget.io/v1
      image: ghcr.io/widget/proxy:1
      repoURL: https://charts.widget.io
      metadata:
        annotations:
          widget.io/inject: "true"
      """)
    #expect(found.sure == ["widget runs 4 a.yaml:1: core.widget.io"])
  }

  @Test func whatOnlyLooksLikeOneIsPerhaps() throws {
    #expect(
      try lines("a.yaml", "apiVersion: x.gears.example.com/v1\n").perhaps == ["gear uses 1 a.yaml:1: gears.example.com"]
    )
    #expect(try lines("a.yaml", "image: gearbox/gear:1\n").perhaps == ["gear runs 1 a.yaml:1: gearbox/gear"])
    // An owner of several is none's.
    #expect(try lines("a.yaml", "image: big/thing:1\n").sure == [])
  }
}
