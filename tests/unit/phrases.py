"""The phrases that the reading of indicators is for, each with what it says, and a report to say them in."""

from baogao.indicators.finding import read_indicators
from baogao.model import Indicator, Paragraph, Report, Section, Source

REVIEW, PLAN = "一、2025年工作回顾", "二、2026年主要目标和重点工作"


def made_report(*texts: str, heading: str = REVIEW) -> Report:
    paragraphs = tuple(Paragraph(f"1-p{n}", text) for n, text in enumerate(texts, 1))
    source = Source("made.txt", "text", "utf-8", "0")
    return Report(source, "政府工作报告", "work-report", "河湾区", review_year=2025, plan_year=2026,
                  sections=(Section("1", 1, heading, paragraphs=paragraphs),))  # fmt: skip


def read(text: str, heading: str = REVIEW) -> list[Indicator]:
    return list(read_indicators(made_report(text, heading=heading))[0])


def said(text: str, heading: str = REVIEW) -> list[str]:
    """Each indicator in one line: key or name, kind, measure, op, value, unit."""
    return [f"{i.key or i.name} {i.kind} {i.measure} {i.op} {i.value} {i.unit}".rstrip() for i in read(text, heading)]


# What said() gives for each, under a heading that looks back and under one that plans.
REVIEWED = {
    "全市地区生产总值1255亿元，增长5.2%。": ["gdp result level eq 1255 亿元", "gdp result growth eq 5.2 %"],
    "规上工业增加值同比增长7.5%。": ["industry_va result growth eq 7.5 %"],
    "引进京冀企业259家,同比增长80%。": ["京冀企业 result count eq 259 家", "京冀企业 result growth eq 80 %"],
    "内资、外资分别增长0.2%、206%。": ["内资 result growth eq 0.2 %", "外资 result growth eq 206 %"],
    "存、贷款余额双双突破6万亿元。": ["deposits result level gt 6 万亿元", "loans result level gt 6 万亿元"],
    "城乡居民人均可支配收入分别增长5%和6.5%左右。": [
        "urban_income result growth about 5 %", "rural_income result growth about 6.5 %",
    ],
    "项目数量从年初143个增至178个。": ["项目数量 baseline count eq 143 个", "项目数量 result count eq 178 个"],
    "引进注册资本5000万元以上企业70家。": ["注册资本5000万元以上企业 result count eq 70 家"],
    "150家重点企业实现营业收入125亿元。": ["重点企业营业收入 result level eq 125 亿元"],
    "全省进出口总值创历史新高，达到5379亿元。": ["trade result level eq 5379 亿元"],
    "空气优良天数比率达到77%、增加13天。": ["good_air result level eq 77 %", "good_air result change eq 13 天"],
    "PM2.5平均浓度改善10.8%。": ["pm25 result growth eq -10.8 %"],
    "地区生产总值增长5.8%，总量和增速均居全国第5位。": ["gdp result growth eq 5.8 %", "gdp result rank eq 5 位"],
    "服务业支撑作用更加明显，增加值跨上3万亿元台阶。": ["services_va result level gt 3 万亿元"],
    "地区生产总值突破3万亿元、达3.6万亿元。": ["gdp result level eq 3.6 万亿元"],
    "税收收入6.2亿元,占预算收入比重45.32%。": [
        "tax_revenue result level eq 6.2 亿元", "tax_revenue result share eq 45.32 %",
    ],
    "单位利润是上年的1.3倍。": ["单位利润 result level eq 1.3 倍"],
    "规上工业增加值、固定资产投资、社会消费品零售总额分别增长6.1%、3.4%和5.2%。": [
        "industry_va result growth eq 6.1 %", "fai result growth eq 3.4 %", "retail result growth eq 5.2 %",
    ],
    "粮食播种面积154万亩，总产量12.9亿斤，连续6年稳定在12亿斤以上。": [
        "粮食播种面积 result level eq 154 万亩", "grain result level eq 12.9 亿斤",
    ],
    "新增高新技术企业41家，保有量超400家。": [
        "high_tech_firms result count eq 41 家", "high_tech_firms result count gt 400 家",
    ],
    "固定资产投资（不含农户）下降5.5%。": ["fai result growth eq -5.5 %"],
    "实际使用外资1.6亿美元（折合人民币约11亿元），增长12.6%。": [
        "fdi result level eq 1.6 亿美元", "fdi result level about 11 亿元", "fdi result growth eq 12.6 %",
    ],
    "居民消费价格、固定资产投资增速没有达到2%左右、7%的预期目标。": [
        "cpi previous_target growth about 2 %", "fai previous_target growth eq 7 %",
    ],
    "外贸进出口693亿元，首次接近700亿元。": ["trade result level eq 693 亿元"],
    "地区生产总值连跨600亿元、650亿元两大台阶。": ["gdp result level eq 650 亿元"],
    "3个国控断面水质达标率100%。": ["国控断面水质达标率 result level eq 100 %"],
    "100万千瓦风光储一体化项目并网，年产3万吨碳纤维项目投产。": [],
    "服务业、高技术制造业增加值占比分别提高1.9个和2.4个百分点。": [
        "services_va result change eq 1.9 个百分点", "高技术制造业增加值 result change eq 2.4 个百分点",
    ],
    "项目审批时间由58个工作日压减至35个工作日以内。": [
        "项目审批时间 baseline level eq 58 个工作日", "项目审批时间 result level le 35 个工作日",
    ],
    "食糖产量连续19个榨季居全国第一。": ["食糖产量 result rank eq 1 位"],
    "居民消费价格微涨0.1%。": ["cpi result growth eq 0.1 %"],
    "居民人均可支配收入4.2万元；其中，城镇居民5.2万元、农村居民2.3万元，分别增长4%和6%。": [
        "income result level eq 4.2 万元",
        "urban_income result level eq 5.2 万元", "rural_income result level eq 2.3 万元",
        "urban_income result growth eq 4 %", "rural_income result growth eq 6 %",
    ],
    "存款余额、贷款余额双双迈上新台阶，分别为529亿元和567亿元，较年初增长6%、8%。": [
        "deposits result level eq 529 亿元", "loans result level eq 567 亿元",
        "deposits result growth eq 6 %", "loans result growth eq 8 %",
    ],
    "全社会研发经费投入总量28亿元，强度0.93%。": [
        "全社会研发经费投入总量 result level eq 28 亿元", "rd_intensity result level eq 0.93 %",
    ],
    "城乡居民收入比由2.16∶1缩小到1.92∶1。": [
        "城乡居民收入比 baseline level eq 2.16", "城乡居民收入比 result level eq 1.92",
    ],
    "万元GDP能耗下降3.2%。": ["energy_intensity result growth eq -3.2 %"],
    "地区生产总值增长5%左右（年初计划增长7%，下同）；固定资产投资增长12.4%（增长12%）。": [
        "gdp result growth about 5 %", "gdp previous_target growth eq 7 %",
        "fai result growth eq 12.4 %", "fai previous_target growth eq 12 %",
    ],
    "外贸进出口总值523亿元，首次跨上500亿元台阶。": ["trade result level eq 523 亿元"],
    "粮食播种面积和产量分别达29.3万亩、11.7万吨。": [
        "粮食播种面积 result level eq 29.3 万亩", "grain result level eq 11.7 万吨",
    ],
    "第一、二、三产业增加值分别增长2.8%、7.5%、6.4%。": [
        "primary_va result growth eq 2.8 %", "secondary_va result growth eq 7.5 %",
        "tertiary_va result growth eq 6.4 %",
    ],
    "196个区级重点项目年度计划投资332亿元，实际完成351.6亿元。": [
        "区级重点项目 result count eq 196 个", "区级重点项目计划投资 previous_target level eq 332 亿元",
        "区级重点项目计划投资 result level eq 351.6 亿元",
    ],
    "固定资产投资增长4.1%，未达到年初预期（增长6%左右）。": [
        "fai result growth eq 4.1 %", "fai previous_target growth about 6 %",
    ],
    "居民消费价格上涨1.9%，控制在3%以内。": ["cpi result growth eq 1.9 %", "cpi previous_target level le 3 %"],
    "新开工、竣工项目分别为88个和57个。": ["新开工项目 result count eq 88 个", "竣工项目 result count eq 57 个"],
    "全年生产天然气90亿立方米。": ["天然气产量 result level eq 90 亿立方米"],
    "全社会研发经费投入1284.7亿元，投入强度由2.41%提高到2.57%。": [
        "全社会研发经费投入 result level eq 1284.7 亿元",
        "rd_intensity baseline level eq 2.41 %", "rd_intensity result level eq 2.57 %",
    ],
    "大豆面积由5831万亩扩大到7397万亩，增加1560多万亩。": [
        "大豆面积 baseline level eq 5831 万亩", "大豆面积 result level eq 7397 万亩",
        "大豆面积 result change gt 1560 万亩",
    ],
    "城镇新增就业9.12万人，完成8.2万人年度目标的111.2%。": [
        "new_jobs result count eq 9.12 万人", "new_jobs previous_target count eq 8.2 万人",
    ],
    "城镇调查失业率平均为5.2%，低于5.5%左右的控制目标。": [
        "unemployment result level eq 5.2 %", "unemployment previous_target level about 5.5 %",
    ],
    "各项贷款余额6513亿元，较年初新增502亿元、增长8.4%。": [
        "loans result level eq 6513 亿元", "loans result level eq 502 亿元", "loans result growth eq 8.4 %",
    ],
    "数字经济核心产业增加值增长9%、突破1万亿元。": [
        "digital_economy result growth eq 9 %", "digital_economy result level gt 1 万亿元",
    ],
    "粮食播种面积1025万亩、总产量12.8亿斤，面积、产量分别增长0.4%、2.9%。": [
        "粮食播种面积 result level eq 1025 万亩", "grain result level eq 12.8 亿斤",
        "粮食面积 result growth eq 0.4 %", "grain result growth eq 2.9 %",
    ],
    "社会消费品零售总额、货物贸易进出口总额分别增长4.5%和6%。": [
        "retail result growth eq 4.5 %", "trade result growth eq 6 %",
    ],
    "旅游总收入1032.8亿元，是上年的2.4倍，旅游总收入首次突破千亿元大关。": [
        "旅游总收入 result level eq 1032.8 亿元", "旅游总收入 result level eq 2.4 倍",
    ],
    "全社会研发投入强度只有1.16%。": ["rd_intensity result level eq 1.16 %"],
    "雏鹰、瞪羚、领军(培育)企业分别达到156家、3家、9家。": [
        "雏鹰企业 result count eq 156 家", "瞪羚企业 result count eq 3 家", "领军企业 result count eq 9 家",
    ],
    "规模以上工业增加值增长6%，两年平均增长7.6%。": [
        "industry_va result growth eq 6 %", "industry_va period growth eq 7.6 %",
    ],
    "民营经济贷款余额较年初新增1.48万亿元。": ["民营经济贷款余额 result level eq 1.48 万亿元"],
    "国省控断面水质达标率100%。": ["国省控断面水质达标率 result level eq 100 %"],
    "融资平台数量压降70%以上。": ["融资平台数量 result growth ge -70 %"],
    "一般公共预算收入3052.6亿元，剔除一次性因素增长1.8%。": [
        "budget_revenue result level eq 3052.6 亿元", "budget_revenue result growth eq 1.8 %",
    ],
    "固定资产投资100亿元，扣除房地产开发投资后增长2%。": [
        "fai result level eq 100 亿元", "扣除房地产开发投资后固定资产投资 result growth eq 2 %",
    ],
    "城镇、农村牧区居民人均可支配收入分别达到52350元、24120元。": [
        "urban_income result level eq 52350 元", "rural_income result level eq 24120 元",
    ],
    "规上工业增加值增长7%，连续9个月保持在6%以上。": ["industry_va result growth eq 7 %"],
    "全社会研发投入2386亿元，投入强度达到2.59%。": [
        "全社会研发投入 result level eq 2386 亿元", "rd_intensity result level eq 2.59 %",
    ],
    "实施重点项目128个，完成投资96.3亿元。": [
        "重点项目 result count eq 128 个", "重点项目完成投资 result level eq 96.3 亿元",
    ],
    "甲铁路乙段累计完成投资43亿元。": ["甲铁路乙段累计完成投资 result level eq 43 亿元"],
    "规模以上工业企业中产值过十亿元的仅有2家。": ["规模以上工业企业中产值过十亿元 result count eq 2 家"],
    "4．社会消费品零售总额。完成31.86亿元，同比增长8.2%。": [
        "retail result level eq 31.86 亿元", "retail result growth eq 8.2 %",
    ],
    "地区生产总值。初步核算，全年完成118.6亿元，同比增长5.3%。": [
        "gdp result level eq 118.6 亿元", "gdp result growth eq 5.3 %",
    ],
    "城乡居民收入比由上年的2.51缩小至2.45。": [
        "城乡居民收入比 baseline level eq 2.51", "城乡居民收入比 result level eq 2.45",
    ],
    "城镇新增就业2,615人，占年度计划2,500人的104.6%。": [
        "new_jobs result count eq 2615 人", "城镇新增就业占年度计划 previous_target count eq 2500 人",
    ],
    "固定资产投资下降4.6%，与年初增长10%的计划目标相差14.6个百分点。": [
        "fai result growth eq -4.6 %", "fai previous_target growth eq 10 %",
    ],
    "省、市级乡村建设示范村分别为8个和15个。": [
        "省级乡村建设示范村 result count eq 8 个", "市级乡村建设示范村 result count eq 15 个",
    ],
    "义务教育巩固率、高中阶段毛入学率分别达到99.1%和95.6%。": [
        "义务教育巩固率 result level eq 99.1 %", "高中阶段毛入学率 result level eq 95.6 %",
    ],
    "县属国有企业由14家整合重组为5家。": ["县属国有企业 baseline count eq 14 家", "县属国有企业 result count eq 5 家"],
    "取得重大科技成果120项。": ["重大科技成果 result count eq 120 项"],
    "鲜切花产量超210亿枝。": ["鲜切花产量 result count gt 210 亿枝"],
    "区直企业由25户整合至17户。": ["区直企业 baseline count eq 25 户", "区直企业 result count eq 17 户"],
    "县城PM2.5平均浓度30.1微克/立方米。": ["pm25 result level eq 30.1 微克/立方米"],
    "争取到位上级资金78.4亿元。": ["上级资金 result level eq 78.4 亿元"],
    "——外贸进出口总值。预计完成31.6亿元。": ["trade result level eq 31.6 亿元"],
    "返贫风险发生率由2020年底的1.2%降至零，持续巩固。": [
        "返贫风险发生率 baseline level eq 1.2 %", "返贫风险发生率 result level eq 0 %",
    ],
    "城市、农村低保标准分别提高到每月820元和每年7400元。": [
        "城市低保标准 result level eq 820 元", "农村低保标准 result level eq 7400 元",
    ],
    "水环境质量在全国339个城市中排名第21位。": ["水环境质量 result rank eq 21 位"],
    "营商环境评价进入全国前30名。": ["营商环境评价 result rank le 30 位"],
    "主要经济指标增速均居全市前三。": ["主要经济指标 result rank le 3 位"],
    "住宿和餐饮业营业额分别增长4%和7%。": ["住宿业营业额 result growth eq 4 %", "餐饮业营业额 result growth eq 7 %"],
    "工业用水、生活用水重复利用率均为91%。": ["工业用水、生活用水重复利用率 result level eq 91 %"],
    "固定资产投资增长3.1%，虽低于年初6%左右的预期目标，但增速居全市第二位。": [
        "fai result growth eq 3.1 %", "fai previous_target growth about 6 %", "fai result rank eq 2 位",
    ],
    "单位GDP能耗下降2.6%，前三年累计下降8.4%。": [
        "energy_intensity result growth eq -2.6 %", "energy_intensity period growth eq -8.4 %",
    ],
    "氢能产业从零起步、渐成气候，2025年产值达37亿元。": ["氢能产业产值 result level eq 37 亿元"],
    "改造棚户区310户，2025年完成42户。": ["棚户区 result count eq 310 户", "棚户区 result count eq 42 户"],
    "出栏生猪五十三万头，建成水库十二座。": ["出栏生猪 result count eq 53 万头", "水库 result count eq 12 座"],
    "农户达到一亿三千万户。": ["农户 result count eq 1.3 亿户"],
    "五年来，新开工项目890个，其中2025年新开工176个。": ["项目 period count eq 890 个", "项目 result count eq 176 个"],
    "学位增加9.1万个，年度计划为7.5万个。": [
        "学位 result change eq 9.1 万个", "学位 previous_target count eq 7.5 万个",
    ],
    "能耗强度下降3.3%，超额完成省下达的2.5%的目标。": [
        "energy_intensity result growth eq -3.3 %", "energy_intensity previous_target level gt 2.5 %",
    ],
    "轻轨环线新增运营里程18公里、总里程205公里。": [
        "轻轨环线运营里程 result level eq 18 公里", "轻轨环线运营里程 result level eq 205 公里",
    ],
    "会议文件精简14%。": ["会议文件 result growth eq -14 %"],
    "74个市级重点项目完成投资312亿元。": [
        "市级重点项目 result count eq 74 个", "市级重点项目完成投资 result level eq 312 亿元",
    ],
    "风光装机占比历史性过半。": ["风光装机占比 result share gt 50 %"],
    "规上工业总产值（属地口径，1-11月）1864亿元，下降2.3%。": [
        "规上工业总产值 result level eq 1864 亿元", "规上工业总产值 result growth eq -2.3 %",
    ],
    "空气质量优良率（AQI）86.4%，较上年83.9%明显改善。": [
        "good_air result level eq 86.4 %", "good_air baseline level eq 83.9 %",
    ],
    "国企营业收入31亿元，利润则下滑4.6%。": [
        "国企营业收入 result level eq 31 亿元", "利润 result growth eq -4.6 %",
    ],
    "一般公共预算收入1210亿元，受价格回落影响下降1.4%。": [
        "budget_revenue result level eq 1210 亿元", "budget_revenue result growth eq -1.4 %",
    ],
    "粮食总产达到7亿4000万斤，投资3亿两千万元，贷款5亿6千万元。": [
        "grain result level eq 7.4 亿斤", "投资 result level eq 3.2 亿元", "loans result level eq 5.6 亿元",
    ],
    "投资和社零增速与年初7%、9%左右的预期目标还有差距。": [
        "投资 previous_target growth about 7 %", "retail previous_target growth about 9 %",
    ],
    "但战略性新兴产业投资占比提升至29%。": ["战略性新兴产业投资占比 result share eq 29 %"],
    "7宗地块出让，村民签约610户。": ["地块出让 result count eq 7 宗", "村民签约 result count eq 610 户"],
    "技改投资增速列全市9个县（市、区）第2位。": ["技改投资 result rank eq 2 位"],
    "净增规上企业120—150家。": ["规上企业 result count between 120 家"],
}  # fmt: skip

PLANNED = {
    "力争天然气产量达到95亿立方米，到2027年建成3个产业园。": [
        "天然气产量 target level eq 95 亿立方米",
        "产业园 period count eq 3 个",
    ],
    "到2030年，常住人口达到20万人；2026年新增就业2万人。": [
        "population period count eq 20 万人",
        "new_jobs target count eq 2 万人",
    ],
    "地区生产总值增长4.5%—5%。": ["gdp target growth between 4.5 %"],
    "年内引进150家京冀企业。": ["京冀企业 target count eq 150 家"],
    "城镇调查失业率控制在5.5%以内。": ["unemployment target level le 5.5 %"],
    "居民收入增长和经济增长基本同步。": ["income target growth sync None"],
    "到2030年，地区生产总值达到2000亿元。": ["gdp period level eq 2000 亿元"],
    "发挥129座商务楼宇资源优势。": [],
    "地区生产总值增长5%以上，力争达到5.5%。": ["gdp target growth ge 5 %", "gdp target growth eq 5.5 %"],
    "固定资产投资增速由负转正，增长3%左右。": ["fai target growth about 3 %"],
    "经营主体新增10万户以上。": ["market_entities target count ge 10 万户"],
    "城乡居民收入倍差缩小到1.6以内。": ["城乡居民收入倍差 target level le 1.6"],
    "新增婴幼儿托位3万个，每千人口拥有4.6个。": [
        "婴幼儿托位 target count eq 3 万个",
        "每千人口婴幼儿托位 target count eq 4.6 个",
    ],
    "(3)为适龄妇女免费开展“两癌”筛查100万人。": ["“两癌”筛查 target count eq 100 万人"],
    "3．每千人口托位数达到4.5个。": ["每千人口托位数 target count eq 4.5 个"],
    "打造100个以上面向东盟的应用场景。": ["应用场景 target count ge 100 个"],
    "进出口、出口占全国份额分别保持在11.7%、15%左右。": [
        "进出口占全国份额 target share about 11.7 %",
        "出口占全国份额 target share about 15 %",
    ],
    "到2028年，每千人口托位数达到5.5个。": ["每千人口托位数 period count eq 5.5 个"],
    "村集体经济收入20万元以上的占比达到八成。": ["村集体经济收入20万元以上占比 target share eq 80 %"],
    "围绕“两重”“两新”谋划储备项目200个以上。": ["“两重”“两新”谋划储备项目 target count ge 200 个"],
    "在去年新增社区食堂86处的基础上再新增60处。": ["社区食堂 result count eq 86 处", "社区食堂 target count eq 60 处"],
    "供热管网去年更新42公里、今年再更新38公里。": [
        "供热管网 result level eq 42 公里",
        "供热管网 target level eq 38 公里",
    ],
    "地区生产总值增速安排为6%左右。": ["gdp target growth about 6 %"],
    "到“十四五”末，地区生产总值突破420亿元，五年年均增长6.5%。": [
        "gdp target level gt 420 亿元",
        "gdp period growth eq 6.5 %",
    ],
    "接待游客、旅游收入均增长9%以上。": ["接待游客 target growth ge 9 %", "旅游收入 target growth ge 9 %"],
    "财政总收入计划7.1亿元，规上企业计划达到66户。": [
        "财政总收入 target level eq 7.1 亿元",
        "规上企业 target count eq 66 户",
    ],
    "“十六五”末，生产总值要达到210亿元。": ["gdp period level eq 210 亿元"],
    "进出口总额实现4%以上的正增长。": ["trade target growth ge 4 %"],
    "2025年全省生产总值突破4万亿元。": ["gdp result level gt 4 万亿元"],
    "生产总值年均增长6.5%。": ["gdp period growth eq 6.5 %"],
    "安排重点项目66个、总投资890亿元，年度计划投资97亿元，其中新开工21个。": [
        "重点项目 target count eq 66 个",
        "重点项目总投资 target level eq 890 亿元",
        "重点项目计划投资 target level eq 97 亿元",
        "重点项目 target count eq 21 个",
    ],
    "再建成口袋公园7个，再打造特色街区3条。": [
        "口袋公园 target count eq 7 个",
        "特色街区 target count eq 3 条",
    ],
    "计划今年接待游客61万人次。": ["接待游客 target count eq 61 万人次"],
}

# Numbers of a plan that only say why a target was set.
REASONS = (
    "主要考虑：一是在建项目1340个；二是可用投资约2900亿元。",
    "全球经济增长3.1%。",
    "既与全省6%左右的预期目标相衔接。",
    "按投资每增长1个百分点带动用工约2.2万人测算。",
)

# Numbers that are no indicator, and why.
ASIDE = {
    "对1200户家庭开展的满意度抽样调查中，群众给予好评。": "sample",
    "完成任务1万亩的82%。": "plan",
    "粮食产量1亿斤，连续8年稳产在9000万斤以上。": "threshold",
    "严守5400万亩耕地保护红线。": "threshold",
    "21个省、市重点项目完成投资96.5亿元。": "sample",
    "完成年度计划的102.3%。": "plan",
    "城镇新增就业52.6万人，超出年度目标2.6万人。": "plan",
    "比年初目标高0.6个百分点。": "plan",
    "地区生产总值增长5%，高于全国0.2个百分点。": "explanation",
    "完善15分钟服务圈。": "explanation",
    "统筹10大类服务内容。": "list",
    "落实十项行动。": "name",
    "总投资27亿元的装备园一期竣工。": "threshold",
    "30户以上自然村全部通上水泥路。": "threshold",
    "在全国339个城市中列第21位。": "sample",
    "规上工业增速高于全省0.6、2.8和0.7个百分点。": "explanation",
    "前三季度，全国前10强企业来访。": "name",
    "4项受市场变化影响低于预期。": "list",
    "固定资产投资增长3.8%，低于年初5%的预期目标1.2个百分点。": "plan",
    "与全省第5位相差130亿元。": "explanation",
    "经济总量连跨3个千亿元台阶。": "threshold",
    "列车首发一千年前的古城。": "explanation",
    "时间过半、任务过半，完成十项行动。": "name",
    "粮食播种面积2.9万亩，超市下达任务500亩。": "plan",
}
