// Texts of a complaint case as its handler works in it, in Chinese: drafts, what is recorded already, why a round began, the letter.
export const complaintDesk = {
  draft: {
    kept: '已恢复 {{at}} 的草稿，尚未提交',
    drop: '放弃草稿',
    lost: '草稿没有保存：{{reason}}',
  },
  begun: {
    sentBack: '复核退回重办：{{by}}，{{at}}',
    newFacts: '因新事实重新调查：{{by}}，{{at}}',
  },
  recorded: '已记录的内容',
  refusedReview: '联合复核由他人办理：{{reason}}您仍可登记答复送达。',
  reviewedBy: '复核人：{{by}}',
  pass: {
    lacking: '不能通过，尚缺：{{demand}}',
    against: '不能通过：{{names}}不认可，须退回重办',
    backWhen: '三方意见齐全且至少一方不认可时，才能退回重办',
  },
  joined: {
    title: '已并入 {{number}}',
    text: '各步在首件中办理，答复时一并告知本件投诉人；上方为本件自己的法定时限。',
    open: '打开 {{number}}',
  },
  notNeeded: '无需办理',
  withdrawal: {
    hint: '写明何人以何种方式提出撤诉，如撤诉书、通话记录；文字或文件至少一项',
    by: '提出方式',
    way: {
      inPerson: '当面',
      registeredMail: '信函',
      courier: '快递',
      email: '电子邮件',
      message: '短信或微信',
      phone: '电话',
    },
  },
  finding: {
    place: '{{channel}}（投诉 {{number}}）',
    scope: '{{people}} 名投诉人',
    back: '返回投诉 {{number}}',
  },
  alike: '仅文字相近（{{count}}）',
  file: { none: '选择已有证据', attach: '添加文件' },
  letter: {
    by: { phone: '通过电话', mail: '来函', online: '通过网络', onSite: '到现场' },
    decision: {
      upheld: '经核实，您的投诉成立，我公司将按下列措施处理。',
      notUpheld: '经核实，您的投诉不成立，理由如上。',
    },
    result: { upheld: '投诉成立', notUpheld: '投诉不成立' },
    reexamination:
      '您如不服本答复，可自收到之日起 30 日内向{{branch}}书面申请核查；如于{{today}}收到，至{{until}}止。我公司自收到申请之日起 30 日内答复。',
    noMeasures: '本件无须采取措施。',
    time: '各项措施于{{day}}前完成。',
    followUp: '措施完成后由{{handler}}回访，告知结果并听取您的意见。',
    askUs: '如有疑问，请与{{handler}}联系。',
  },
  reexamination: {
    may: '可由以下人员答复：{{names}}',
    refused: '您不能答复：{{reason}}',
    nobody: '目前没有人可以答复：请管理员为本机构另设一名未参与办理的主管，或报总公司指定人员。',
  },
} as const;
