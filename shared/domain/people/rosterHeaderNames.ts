// Names of columns that rosters of insurers and their exports use, in Chinese and English, already folded.
import type { RosterField } from '../../contract/roster.ts';

const list = (text: string): readonly string[] => text.split(/\s+/);

/** By field; within a field the earlier name is the better one, when two columns of a sheet fit. */
export const HEADER_NAMES: Readonly<Record<RosterField, readonly string[]>> = {
  number:
    list(`工号 员工号 员工编号 员工工号 人员编号 人员工号 人员代码 员工代码 业务员代码 业务员编号 业务员工号 业务员号
    代理人编号 代理人代码 代理人工号 营销员代码 营销员工号 营销员编号 职工号 职员编号 业代编号 编号 代码
    employeenumber employeeno employeeid empno empid agentnumber agentno agentcode agentid staffnumber staffno staffid
    staffcode number no`),
  name: list(`姓名 员工姓名 人员姓名 业务员姓名 代理人姓名 营销员姓名 职员姓名 名字 业务员 代理人 营销员
    name fullname employeename agentname staffname agent employee`),
  gender: list('性别 男女 gender sex'),
  branch: list(`机构代码 机构编码 机构编号 网点代码 网点编码 分支机构代码 所属机构代码 营业部代码 支公司代码
    机构 所属机构 机构名称 分支机构 所在机构 网点 网点名称 支公司 分公司 营业部 营服 营销服务部
    branchcode branchno branchid branch branchname office officecode unit`),
  team: list(`团队 团队名称 所属团队 营业组 营业区 营业部组 组别 小组 班组 业务组 组 部组 部门 所属部门
    team teamname group salesteam department dept`),
  licence: list(`执业证编号 执业证号 执业证书编号 执业证书号 执业证 执业登记编号 执业登记号 资格证号 资格证编号
    资格证书编号 展业证号 展业证编号 证书编号
    licence licencenumber licenceno license licensenumber licenseno practicecertificate certificateno certificatenumber`),
  engagement:
    list(`用工性质 用工形式 用工方式 用工类型 合同类型 合同性质 人员性质 人员类别 人员类型 聘用形式 代理制员工制
    制式 身份类别 engagement engagementtype employmenttype contracttype employment`),
  phone: list(`手机 手机号 手机号码 联系电话 电话 联系方式 移动电话 电话号码 联系手机 本人手机
    phone phonenumber phoneno mobile mobilephone mobilenumber mobileno cell cellphone tel telephone contact`),
  hiredOn:
    list(`入职日期 入职时间 入司日期 入司时间 签约日期 签约时间 聘用日期 上岗日期 加入日期 到岗日期 入职日 入司日 入职 入司
    hiredon hiredate datehired joindate datejoined joiningdate startdate dateofjoining onboarddate contractdate hired joined`),
  status: list(`状态 在职状态 岗位状态 人员状态 员工状态 在岗状态 业务员状态 当前状态 是否在职
    status agentstatus employmentstatus employeestatus workstatus`),
};

/** Names that say enough at the end of a longer header, as 状态 in 业务系统状态. None that a team or branch may end with. */
export const HEADER_ENDINGS: Readonly<Record<RosterField, readonly string[]>> = {
  number:
    list(`工号 员工编号 员工代码 人员编号 人员代码 业务员代码 业务员编号 代理人编号 代理人代码 营销员代码 营销员编号
    employeenumber employeeno employeeid agentnumber agentno agentcode agentid staffnumber staffno staffid`),
  name: list('姓名 fullname employeename agentname staffname'),
  gender: list('性别 gender'),
  branch: list('机构代码 机构编码 机构编号 机构名称 所属机构 网点代码 网点名称 branchcode branchname'),
  team: list('团队名称 所属团队 teamname'),
  licence: list('执业证编号 执业证号 执业证书编号 执业证书号 资格证编号 资格证号 licencenumber licensenumber'),
  engagement: list('用工性质 用工形式 用工方式 用工类型 合同类型 employmenttype engagementtype'),
  phone: list('手机 手机号 手机号码 联系电话 移动电话 mobile mobilenumber mobilephone phonenumber'),
  hiredOn: list('入职日期 入职时间 入司日期 入司时间 签约日期 聘用日期 hiredate joindate startdate'),
  status: list('状态 status'),
};

/** Headers that end like a field but tell of another person, or of a document, an account or a process. */
export const NOT_OF_THE_AGENT =
  /主管|经理|上级|上层|推荐|增员|引荐|育成|师傅|辅导|督导|组长|队长|负责人|联系人|客户|投保|被保|配偶|家属|父|母|担保|经办|制表|婚|保单|合同状|证状|证书状|证件|账|帐|登录|审|批|缴|佣|培训|考|学历|健康|设备|原|以前|此前|manager|supervisor|leader|recruiter|referrer|emergency|contactname|client|customer|marital|policy|licen[cs]estatus|contractstatus|account|login|approval|payment|training|previous|former/;
