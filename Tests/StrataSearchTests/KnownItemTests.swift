import Foundation
import StrataCatalog
import Testing

@testable import StrataSearch

/// What people type who know what they want, by name, by another name, by a part of it, or by what it does.
@Suite("Known tools are found", .enabled(if: FileManager.default.fileExists(atPath: Files.shipped.path)))
struct KnownItemTests {
  /// One a line: what is typed, then the tool, or several of which any will do.
  static let items = """
    tikv = TiKV
    vitess = Vitess
    cnpg = CloudNativePG
    percona = Percona Operators
    aurora = Amazon Aurora
    dynamo = Amazon DynamoDB
    cassandra = Apache Cassandra
    shardingsphere = Apache ShardingSphere
    crdb = CockroachDB
    cockroach = CockroachDB
    spanner = Google Cloud Spanner
    influx = InfluxDB
    sql server = Microsoft SQL Server
    mongo = MongoDB
    postgres = PostgreSQL
    pg = PostgreSQL
    Redis = Redis
    memsql = SingleStore
    timescale = TimescaleDB
    zalando postgres = Postgres Operator
    scylla = ScyllaDB
    neo4j = Neo4j
    clickh = ClickHouse
    vector database rust = Qdrant
    kafka = Apache Kafka
    flink = Apache Flink
    rocketmq = Apache RocketMQ
    rabbit = RabbitMQ
    jetstream = NATS
    kinesis = Amazon Kinesis
    sqs = Amazon SQS
    pub/sub = Google Cloud Pub/Sub
    event hubs = Azure Event Hubs
    debezium = Debezium
    kafka operator = Strimzi
    cloudevents = CloudEvents
    cnb = Buildpacks
    helm = Helm
    helm chart = Helm
    oam = KubeVela
    olm = Operator Framework
    ytt = Carvel
    ko = ko
    oras = ORAS
    podman desktop = Podman Desktop
    vscode kubernetes = Visual Studio Code Kubernetes Tools
    docker compose = Docker Compose
    kustom = Kustomize
    buildx = BuildKit
    artifacthub = Artifact Hub
    backstage = Backstage
    argocd = Argo
    argo cd = Argo
    argo workflows = Argo
    fluxcd = Flux
    flux = Flux
    tekton pipelines = Tekton
    github actions = GitHub Actions
    gha = GitHub Actions
    gitlab ci = GitLab
    jenkins = Jenkins
    jenkins x = Jenkins X
    k6 = k6
    rancher fleet = Fleet
    fluentbit = Fluent Bit
    fluent bit = Fluent Bit
    fluentd = Fluentd
    loki = Grafana Loki
    elk = Elasticsearch
    filebeat = Beats
    kibana = Kibana
    vector = Vector
    prom = Prometheus
    promql = Prometheus
    alertmanager = Prometheus
    grafana = Grafana
    mimir = Grafana Mimir
    thanos = Thanos
    cloudwatch = Amazon CloudWatch
    stackdriver = Google Cloud Observability
    kube state metrics = kube-state-metrics
    kubernetes dashboard = Kubernetes Dashboard
    otel = OpenTelemetry
    otlp = OpenTelemetry
    opentelemetry collector = OpenTelemetry
    jaeger = Jaeger
    skywalking = Apache SkyWalking
    tempo = Grafana Tempo
    chaosmesh = Chaos Mesh
    litmus chaos = Litmus
    k8s = Kubernetes
    kubernetes = Kubernetes
    event-driven autoscaler = KEDA
    knative = Knative
    kfserving = KServe
    karmada = Karmada
    volcano batch = Volcano
    ocm = Open Cluster Management
    karpenter = Karpenter
    swarm = Docker Swarm
    nomad = Nomad
    etcd = etcd
    coredns = CoreDNS
    zk = Apache ZooKeeper
    consul = Consul
    eureka = Netflix Eureka
    grpc = gRPC
    dubbo = Apache Dubbo
    thrift = Apache Thrift
    protobuf = Protocol Buffers
    cloudwego = Kitex
    envoy = Envoy
    gateway api = Gateway API
    haproxy = HAProxy
    nginx = NGINX
    ingress nginx = ingress-nginx
    metallb = MetalLB
    ambassador = Emissary-Ingress
    apisix = Apache APISIX
    gloo = Kgateway
    traefik = Traefik
    istio = Istio
    linkerd = Linkerd
    osm = Open Service Mesh
    smi = Service Mesh Interface (SMI)
    harbor = Harbor
    ecr = Amazon Elastic Container Registry (ECR)
    ghcr = GitHub Container Registry
    docker hub = Docker Hub
    artifactory = JFrog Artifactory
    nexus = Sonatype Nexus Repository
    cert-manager = cert-manager
    cert manager = cert-manager
    opa = Open Policy Agent (OPA)
    open policy agent = Open Policy Agent (OPA)
    rego engine = Open Policy Agent (OPA)
    tuf = The Update Framework (TUF)
    notation = Notary Project
    external secrets operator = external-secrets
    cosign = sigstore
    trivy = Trivy
    hashicorp vault = Vault
    aws kms = AWS Key Management Service
    sealed secrets = Sealed Secrets
    rook ceph = Rook
    longhorn = Longhorn
    s3 = Amazon S3
    csi = Container Storage Interface (CSI)
    cni = Container Network Interface (CNI)
    containerd = containerd
    crio = CRI-O
    podman = Podman Container Tools
    kata = Kata Containers
    docker = Docker Engine
    cilium ebpf = Cilium
    calico = Calico
    terraform = Terraform
    tofu = OpenTofu
    ansible = Ansible
    cdk8s = CDK for Kubernetes (CDK8s)
    metal3 = metal3-io
    k3s = k3s
    openshift = Red Hat OpenShift
    rancher = SUSE Rancher
    cloud foundry = Cloud Foundry
    heroku = Heroku
    向量数据库 rust = Qdrant
    图数据库 = Neo4j
    源自 Uber 的追踪 = Jaeger
    包管理器 = Helm
    消息代理 阿里 = Apache RocketMQ
    开发者门户 = Backstage
    夜莺 = Nightingale
    yeying = Nightingale
    北极星 = PolarisMesh
    beijixing = PolarisMesh
    百度 七层 = BFE
    腾讯 注册中心 = PolarisMesh
    携程 = Apollo
    配置中心 携程 = Apollo
    灵雀云 = Alauda Container Platform
    lqy = Alauda Container Platform
    火山引擎 = Volcengine Kubernetes Engine (VKE)
    huoshanyinqing = Volcengine Kubernetes Engine (VKE)
    京东云 = JCS for Kubernetes
    网易轻舟 = NetEase Qingzhou
    好雨 = Rainbond
    阿里云日志 = Alibaba Cloud Log Service
    阿里云容器镜像 = Alibaba Cloud Container Registry
    容器存储接口 = Container Storage Interface (CSI)
    容器网络接口 = Container Network Interface (CNI)
    rqwljk = Container Network Interface (CNI)
    储宝 = CubeFS
    策略引擎 rego = Open Policy Agent (OPA)
    漏洞 扫描器 许可证 = Trivy
    双向 tls rust 微代理 = Linkerd
    强一致键值存储 raft = etcd
    功能最全 服务网格 = Istio
    gpu 切分 = HAMi
    游戏服务器 = Agones
    youxi fuwuqi = Agones
    混部 = Koordinator
    日志收集器 插件 = Fluentd
    拉取指标 = Prometheus
    mysql 分片 = Vitess
    机密信息 分发中枢 = Vault
    """.split(separator: "\n").map {
      $0.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    }

  @Test("the wanted tool is first in 205 of 206 searches")
  func ranks() throws {
    let catalog = try Files.shippedCatalog()
    var searcher = Searcher(catalog: catalog)
    var first = 0
    var misses: [String] = []
    for item in Self.items {
      let (query, wanted) = (item[0], item[1])
      let names = searcher.all(query).map(catalog.name)
      if names.first == wanted { first += 1 } else { misses.append("\(query): \(names.prefix(4)) and not \(wanted)") }
    }
    #expect(Self.items.count == 206)
    #expect(first >= 205, "\(first) of \(Self.items.count) first: \(misses)")
  }

  @Test("a theme is a field, and the name of one finds its tools")
  func themes() throws {
    let catalog = try Files.shippedCatalog()
    var searcher = Searcher(catalog: catalog)
    for (index, theme) in catalog.themes.enumerated() {
      let tools = Set(catalog.tools(of: theme).map(Subject.tool))
      #expect(Set(searcher.all("theme:\(catalog.string(theme.id))")) == tools)
      for language in Language.allCases {
        let found = Set(searcher.all(catalog.string(theme.name, in: language)))
        #expect(searcher.themes == [index])
        #expect(tools.isSubset(of: found))
      }
    }
  }
}
