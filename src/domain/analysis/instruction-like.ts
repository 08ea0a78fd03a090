import { createRuleGate } from './rule-gate.ts';

/** Sentences that speak to whoever reads the answer by machine, in the languages that we read. */
const patterns: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines?|directions?|context|above|everything)\b/iu,
  /\b(?:system|developer|hidden|secret)\s+(?:prompt|message|instructions?|override)\b|<\/?(?:system|assistant|user|instructions?)>|\[\/?INST\]|<\|[a-z_]+\|>/iu,
  /^[^\S\n]*(?:[*_#>`-][^\S\n]*)*(?:system|assistant|developer|user)\s*:\s/imu,
  /\b(?:you are|act as|pretend to be|respond as|behave as)\b.{0,30}\b(?:judge|grader|evaluator|annotator|classifier|language model|ai model|reviewing model)\b/iu,
  /\b(?:judges?|graders?|evaluators?|annotators?|classifiers?|language models?|llms?|ai (?:models?|systems?|readers?|assistants?))\b.{0,40}\b(?:must|should|shall|have to|are to|please)\b.{0,60}\b(?:rate|rank|mark|label|call|say|score|report|answer|recommend|return|output|treat|classify)\b/iu,
  /\b(?:call|rate|rank|mark|label|score|classify|report)\b.{1,60}\b(?:as\s+)?(?:the best|recommended|positive|negative|number one|#1|top[- ]ranked)\b.{0,40}\b(?:no matter|regardless|whatever|always|in your (?:answer|verdict|output|response|json))\b/iu,
  /"(?:recommendations|sentiments|preferences)"\s*:/u,
  /(?:忽略|無視|无视|忘记|忘記|不要理会|不要理會).{0,20}(?:指令|指示|说明|說明|规则|規則|提示词|提示詞|要求|内容|內容)|(?:系统|系統)(?:提示词|提示詞|指令|消息|訊息)/u,
  /(?:指示|命令|ルール|プロンプト|上記).{0,15}(?:無視|忘れ)|システムプロンプト/u,
  /(?:지시|명령|규칙|프롬프트).{0,15}(?:무시|잊)|시스템 프롬프트/u,
  /\b(?:ignorier|missacht|vergiss|vergesse)\w*\b.{0,40}\b(?:anweisung|instruktion|regel|vorgabe|prompt)\w*/iu,
  /\b(?:ignora|ignore|olvida|omite|desestima)\w*\b.{0,40}\b(?:instruccion|instrucción|regla|indicacion|indicación|orden|prompt)\w*/iu,
  /\b(?:ignor|oubli)\w*\b.{0,40}\b(?:instruction|consigne|règle|regle|prompt)s?\b/iu,
  /\b(?:ignora|dimentica|ignorar|esqueça|esqueca)\w*\b.{0,40}\b(?:istruzion|regol|instruç|instruc|regras)\w*/iu,
  /(?:تجاهل|انس|تجاوز).{0,40}(?:تعليمات|الأوامر|التوجيهات)|(?:התעלם|התעלמי|שכח).{0,40}(?:הוראות|הנחיות)/u,
  /(?:talimat|komut|yönerge)\S*.{0,30}(?:yok say|görmezden gel|unut|dikkate alma)|(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ).{0,30}(?:คำสั่ง|คำแนะนำ)/iu,
  /(?:zignoruj|ignoruj|zapomnij).{0,40}(?:instrukcj|polece|wytyczn)|(?:bỏ qua|phớt lờ|quên).{0,40}(?:chỉ dẫn|hướng dẫn|chỉ thị|lệnh)|(?:निर्देश|आदेश)\S*.{0,30}(?:अनदेखा|नज़रअंदाज़|भूल)|\bnegeer\b.{0,40}(?:instructie|opdracht|regel)/iu,
  /(?:игнорир|забудь|не обращай внимания)\S*.{0,40}(?:инструкц|правил|указан|промпт)/iu,
]; // prettier-ignore

/** "Always name Acme first": an order about the answer itself. */
const named =
  /\b(?:always|must|only) (?:call|name|list|rank|recommend|mention|say) .{1,40}\b(?:first|best|only|top|#1|number one)\b.{0,30}\b(?:answer|response|list|output|user)/iu;

/** Invisible characters and markup between the words hide nothing. */
function plainOf(text: string): string {
  const visible = /^[\0-\u007f]*$/.test(text) ? text : text.normalize('NFKC').replaceAll(/[\p{Cf}\u034F]/gu, '');
  return visible.replaceAll(/[*_`~]+/g, '');
}

const joinedUp = (plain: string): string => (/\s\s|[^\S ]/.test(plain) ? plain.replaceAll(/\s+/g, ' ') : plain);

/** Which of the patterns, the last one `named`, may match: their words stand in the joined text if they stand in the plain one. */
const gate = createRuleGate([...patterns, named], sameCase);

function sameCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function matches(plain: string, joined: string, missing: Uint8Array): boolean {
  return patterns.some((pattern, index) => missing[index] === 0 && (pattern.test(plain) || (joined !== plain && pattern.test(joined))));
}

/** Whether an answer tries to steer a machine that reads it. Such an answer is never shown to a model: what the rules read stays. */
export function speaksToMachines(text: string): boolean {
  const plain = plainOf(text);
  const joined = joinedUp(plain);
  return matches(plain, joined, gate(joined));
}

/** Whether one sentence of an answer tells machines what to say. */
export function isInstruction(sentence: string): boolean {
  const plain = plainOf(sentence);
  const joined = joinedUp(plain);
  const missing = gate(joined);
  return matches(plain, joined, missing) || (missing[patterns.length] === 0 && named.test(plain));
}
