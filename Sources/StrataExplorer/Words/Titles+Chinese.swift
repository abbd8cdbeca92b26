import StrataCatalog
import StrataSearch

extension Action {
  var chinese: ActionTitle {
    switch self {
    case .moveUp: ActionTitle("向上移动", short: "移动")
    case .moveDown: ActionTitle("向下移动", short: "移动")
    case .pageUp: ActionTitle("上翻一屏")
    case .pageDown: ActionTitle("下翻一屏")
    case .halfPageUp: ActionTitle("上翻半屏")
    case .halfPageDown: ActionTitle("下翻半屏")
    case .moveFirst: ActionTitle("到第一项")
    case .moveLast: ActionTitle("到最后一项")
    case .goIn: ActionTitle("进入下一级", short: "进入")
    case .goOut: ActionTitle("退回上一级", short: "返回")
    case .open: ActionTitle("打开页面或链接", short: "打开")
    case .nextItem: ActionTitle("下一个窗格、链接或工具", short: "链接")
    case .previousItem: ActionTitle("上一个窗格、链接或工具")
    case .nextSection: ActionTitle("下一节", short: "下一节")
    case .previousSection: ActionTitle("上一节")
    case .nextPage: ActionTitle("下一页", short: "下一页")
    case .previousPage: ActionTitle("上一页", short: "上一页")
    case .historyBack: ActionTitle("历史后退")
    case .historyForward: ActionTitle("历史前进")
    case .bookmark: ActionTitle("回到指南上次读到的地方")
    case .showBrowse: ActionTitle("浏览")
    case .showMap: ActionTitle("全景")
    case .showGuide: ActionTitle("指南")
    case .showStatistics: ActionTitle("统计")
    case .showStack: ActionTitle("我们的技术栈", short: "技术栈")
    case .showNews: ActionTitle("最近变化")
    case .search: ActionTitle("搜索")
    case .widenSearch: ActionTitle("开关相近拼写", short: "相近拼写")
    case .explainHit: ActionTitle("为何匹配", short: "为何匹配")
    case .completeSearch: ActionTitle("补全输入", short: "补全")
    case .keepSearch: ActionTitle("把搜索保留为筛选", short: "保留为筛选")
    case .filter: ActionTitle("筛选")
    case .toggleValue: ActionTitle("选中或取消", short: "选择")
    case .clearFacet: ActionTitle("清除这一项筛选", short: "清除")
    case .liftQuery: ActionTitle("取消筛选和排序", short: "取消")
    case .sort: ActionTitle("排序")
    case .reverseSort: ActionTitle("倒序")
    case .groupByKind: ActionTitle("按类型分组", short: "分组")
    case .mark: ActionTitle("标记工具", short: "标记")
    case .unmarkAll: ActionTitle("取消全部标记", short: "取消标记")
    case .compare: ActionTitle("对比已标记的工具，或另选一个", short: "对比")
    case .foldEqual: ActionTitle("折叠相同的行", short: "折叠相同")
    case .setStatus: ActionTitle("设置在技术栈中的状态", short: "状态")
    case .writeNote: ActionTitle("写技术栈备注", short: "备注")
    case .noteInEditor: ActionTitle("用自己的编辑器写备注", short: "编辑器")
    case .undoStack: ActionTitle("撤销技术栈的上一次改动", short: "撤销")
    case .scanFolder: ActionTitle("扫描文件夹，找出所用的工具", short: "扫描文件夹")
    case .takeProposal: ActionTitle("收进我们的技术栈", short: "收进")
    case .takeAllProposals: ActionTitle("收进全部确定的工具", short: "全部收进")
    case .openHomepage: ActionTitle("打开主页", short: "主页")
    case .chooseLink: ActionTitle("选择要打开的链接", short: "链接")
    case .copyMenu: ActionTitle("复制")
    case .copyName: ActionTitle("复制名称")
    case .copyURL: ActionTitle("复制主页地址")
    case .copyRepository: ActionTitle("复制代码仓库地址")
    case .copyJSON: ActionTitle("复制为 JSON")
    case .copyMarkdown: ActionTitle("复制为 Markdown")
    case .toggleLanguage: ActionTitle("切换中英文", short: "English")
    case .toggleMouse: ActionTitle("鼠标交给终端或收回", short: "鼠标")
    case .chooseTheme: ActionTitle("配色")
    case .scrollPreviewDown: ActionTitle("向下滚动预览", short: "滚动预览")
    case .scrollPreviewUp: ActionTitle("向上滚动预览")
    case .growPreview: ActionTitle("放大预览", short: "放大预览")
    case .shrinkPreview: ActionTitle("缩小预览")
    case .showFindings: ActionTitle("目录数据的警告")
    case .reload: ActionTitle("重新读取目录数据")
    case .redraw: ActionTitle("重绘屏幕")
    case .help: ActionTitle("帮助")
    case .narrow: ActionTitle("在帮助中搜索", short: "搜索")
    case .palette: ActionTitle("按名称查找操作", short: "操作")
    case .close: ActionTitle("关闭；在视图中则退出", short: "退出")
    case .quit: ActionTitle("立即退出")
    case .interrupt: ActionTitle("立即退出")
    case .suspend: ActionTitle("挂起")
    case .escape: ActionTitle("返回上一级", short: "返回")
    }
  }
}

extension Mode {
  var chinese: String {
    switch self {
    case .browse: "浏览"
    case .map: "全景"
    case .guide: "指南"
    case .statistics: "统计"
    case .stack: "我们的技术栈"
    case .page: "页面"
    case .compare: "对比"
    case .other: "另一个工具"
    case .note: "工具的备注"
    case .scan: "扫描"
    case .news: "最近变化"
    case .folder: "要扫描的文件夹"
    case .bar: "顶栏"
    case .menu: "弹出列表"
    case .findings: "警告"
    case .help: "帮助"
    case .helpField: "帮助的搜索框"
    case .search: "搜索"
    case .palette: "操作"
    case .filters: "筛选"
    }
  }
}

extension View {
  var chinese: String {
    switch self {
    case .browse: "浏览"
    case .map: "全景"
    case .guide: "指南"
    case .statistics: "统计"
    case .stack: "技术栈"
    }
  }
}

extension Facet {
  var chinese: String {
    switch self {
    case .layer: "层"
    case .category: "类别"
    case .kind: "类型"
    case .theme: "专题"
    case .maturity: "成熟度"
    case .license: "许可证"
    case .organization: "所属组织"
    case .tag: "标签"
    case .language: "语言"
    case .delivery: "提供方式"
    case .part: "所属项目"
    case .stack: "我们的技术栈"
    case .owner: "负责人"
    case .state: "状态"
    case .presence: "具有"
    case .accepted: "接纳年份"
    case .incubating: "孵化日期"
    case .graduated: "毕业日期"
    case .archived: "归档日期"
    case .since: "首次发布"
    case .listed: "收录于"
    case .promoted: "晋级日期"
    }
  }
}

extension StrataSearch.TextField {
  var chinese: String {
    switch self {
    case .name: "名称"
    case .alias: "别名"
    case .id: "标识"
    case .summary: "简介"
    case .recap: "小结"
    case .problem: "解决什么问题"
    case .solution: "如何解决"
    case .tooling: "工具差别"
    case .term: "术语"
    case .meaning: "术语解释"
    case .content: "其他叫法"
    case .kind: "类型"
    case .guide: "指南"
    case .keyword: "关键词"
    case .organization: "组织"
    case .license: "许可证"
    case .tag: "标签"
    case .detail: "详情"
    case .homepage: "主页"
    case .repository: "代码仓库"
    case .category: "类别"
    }
  }
}

extension Field.Key {
  var chinese: String {
    switch self {
    case .alias: "别名"
    case .license: "许可证"
    case .organization: "所属组织"
    case .keyword: "关键词"
    case .kind: "类型"
    case .accepted: "接纳日期"
    case .incubating: "孵化日期"
    case .graduated: "毕业日期"
    case .archived: "归档日期"
    case .also: "所在类别"
    case .replacedBy: "后继项目"
    case .replaces: "取代"
    case .partOf: "所属项目"
    case .lifecycle, .lifecycleNote: "状态"
    case .licenseClass: "许可证类别"
    case .previousLicense: "以前的许可证"
    case .delivery: "提供方式"
    case .since: "首次发布"
    case .listed: "收录于"
    case .fact: "资料"
    case .pickWhen: "何时选用"
    case .former: "以前的地址"
    case .tag: "标签"
    case .link: "链接"
    case .joined: "加入日期"
    case .annualReview: "年度评审"
    case .audit: "审计"
    case .specification: "规范"
    case .endUser: "最终用户"
    case .openSource: "开源"
    case .useCase: "用途"
    case .businessUseCase: "业务用途"
    case .integrations: "集成"
    case .personas: "面向"
    case .releaseRate: "发布频率"
    case .advisoryGroup: "指导小组"
    case .language: "编程语言"
    case .chat: "频道"
    case .training: "培训"
    case .annotation: "备注"
    case .stars: "星标数"
    case .contributors: "贡献者数"
    case .started: "开始日期"
    case .latestCommit: "最近提交"
    case .latestRelease: "最近发布"
    }
  }
}

extension Sort {
  var chinese: String {
    switch self {
    case .relevance: "目录原有顺序"
    case .name: "名称"
    case .maturity: "成熟度"
    case .accepted: "接纳年份"
    case .stars: "星标数"
    }
  }
}

extension Life.Status {
  var chinese: String {
    switch self {
    case .active: "活跃"
    case .maintenance: "仅维护"
    case .deprecated: "已弃用"
    case .retired: "已停止"
    }
  }
}

extension LicenseClass {
  var chinese: String {
    switch self {
    case .open: "开源"
    case .sourceAvailable: "源码可见"
    case .proprietary: "专有"
    case .mixed: "部分开源"
    case .unknown: "不详"
    }
  }
}

extension Statistics.Topic {
  var chinese: String {
    switch self {
    case .layers: "各层工具数"
    case .categories: "各类别工具数"
    case .themes: "专题"
    case .maturities: "成熟度"
    case .lives: "状态"
    case .openness: "开放程度"
    case .acceptedByYear: "各年接纳的项目"
    case .promotedByYear: "各年晋级的项目"
    case .licenses: "许可证"
    }
  }
}
