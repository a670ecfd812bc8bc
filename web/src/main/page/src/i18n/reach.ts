import type { Text } from "../api/types";

const text = (zh: string, en: string): Text => ({ zh, en });

/** The sentences about the reach of rescue teams. */
export const reachMessages = {
  roads_reach: text("应急可达", "Rescue reach"),
  reachTeams: text("队伍", "Teams"),
  reachWithin: text("时限", "Within"),
  reachMinutes: text("{minutes} 分钟", "{minutes} min"),
  reachSum: text("{places} 处重大和较大风险点中，{beyond} 处在 {minutes} 分钟内无队伍到达（{teams} 支队伍）", "Of {places} red and orange risk points, {beyond} are reached by none of {teams} teams within {minutes} min"),
  reachLevel: text("等级", "Level"),
  reachPlaces: text("总数", "All"),
  reachReached: text("可达", "Reached"),
  reachBeyond: text("超时", "Beyond"),
  reachUnplaced: text("无法判断", "Nothing known"),
  reachCounties: text("超时最多的县区", "Counties with the most beyond"),
  reachCounty: text("县区", "County"),
  reachGaps: text("超时的风险点（{count}）", "Risk points beyond ({count})"),
  reachNotKnown: text("无法判断的风险点（{count}）", "Risk points of which nothing can be said ({count})"),
  reachKey: text("● 超时　○ 无法判断　◎ 增设一站后按时可达；颜色为风险等级。", "● beyond, ○ nothing known, ◎ reached by the station tried; colours are levels of risk."),
  reachDrawn: text("图上只画出 {drawn} 处，共 {total} 处。", "Only {drawn} of {total} are drawn on the map."),
  reachListed: text("列出 {shown} 处，共 {total} 处", "{shown} of {total} listed"),
  reachNever: text("到不了", "never"),
  reachOver: text("超 {minutes} 分钟", "{minutes} min over"),
  reachStation: text("再建一站会怎样", "One more station"),
  reachPick: text("在图上选址", "Put it on the map"),
  reachBest: text("哪里最好", "Where best?"),
  reachHint: text("在地图上点拟建消防站的位置。", "Click where a fire station would stand."),
  reachCloses: text("新增到达 {count} 处", "{count} more reached"),
  reachEarlier: text("另有 {count} 处更快但仍超时。", "{count} more sooner, but still beyond."),
  reachWhich: text("哪些", "Which"),
  reachCandidates: text("逐一选取新增最多的乡镇驻地（候选 {count} 处）", "Township seats that add the most, one after the other (of {count})"),
} satisfies Record<string, Text>;
