import type { Map as MapLibre } from "maplibre-gl";
import { LEVELS, type Level } from "../api/types";
import { classStyle, LEVEL_STYLES, PROJECT_CLASSES, UNCHECKED, UNGRADED_COLOR } from "../palette";

const RATIO = 2;
const SIGN_FONT = '700 13px "Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif';

type Draw = (context: CanvasRenderingContext2D) => void;

function image(width: number, height: number, draw: Draw): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no 2d canvas");
  context.scale(RATIO, RATIO);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Draws every picture the map needs here, so that none has to be fetched. */
export function addImages(map: MapLibre): void {
  for (const level of LEVELS) {
    map.addImage(`hatch-${level}`, image(12, 12, hatch(level)), { pixelRatio: RATIO });
  }
  for (const kind of PROJECT_CLASSES) {
    const { color, sign } = classStyle(kind);
    map.addImage(`project-${kind}`, image(22, 22, projectSign(color, sign)), { pixelRatio: RATIO });
  }
  map.addImage(`project-${UNCHECKED}`, image(22, 22, projectSign("#5d6a73", "…")), { pixelRatio: RATIO });
  map.addImage("red-pill", image(26, 16, redPill), { pixelRatio: RATIO });
  map.setMissingStyleImageResolver((id) => {
    if (id.startsWith("ring|") && !map.hasImage(id)) map.addImage(id, ring(id), { pixelRatio: RATIO });
  });
}

/** Four hatchings that stay apart in grey: crossed, rising, dotted, level. */
function hatch(level: Level): Draw {
  return (context) => {
    context.strokeStyle = context.fillStyle = "rgba(20,30,40,0.42)";
    context.lineWidth = 1;
    const line = (x1: number, y1: number, x2: number, y2: number): void => {
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    };
    context.beginPath();
    if (level <= 2) for (const shift of [-12, -6, 0, 6, 12]) line(shift, 12, shift + 12, 0);
    if (level === 1) for (const shift of [-12, -6, 0, 6, 12]) line(shift, 0, shift + 12, 12);
    if (level === 4) for (const y of [3, 9]) line(0, y, 12, y);
    context.stroke();
    if (level === 3) for (const [x, y] of [[3, 3], [9, 9]] as const) context.fillRect(x - 1, y - 1, 2, 2);
  };
}

function projectSign(color: string, sign: string): Draw {
  return (context) => {
    context.beginPath();
    context.roundRect(2, 2, 18, 18, 4.5);
    context.fillStyle = color;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = "#fff";
    context.stroke();
    context.fillStyle = "#fff";
    context.font = SIGN_FONT;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(sign, 11, 11.5);
  };
}

const redPill: Draw = (context) => {
  context.beginPath();
  context.roundRect(1, 1, 24, 14, 7);
  context.fillStyle = LEVEL_STYLES[1].color;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = "#fff";
  context.stroke();
};

/** `ring|size|#color~share|…`: a white disc in a ring whose parts are the shares of the values, the worst at the top. */
function ring(id: string): ImageData {
  const [, sizeText, ...partTexts] = id.split("|");
  const size = Number(sizeText ?? 30);
  const known = partTexts.map((part) => ({ color: part.split("~")[0] ?? UNGRADED_COLOR, share: Number(part.split("~")[1] ?? 0) }));
  const parts = known.length > 0 ? known : [{ color: UNGRADED_COLOR, share: 1 }];
  const total = parts.reduce((sum, { share }) => sum + share, 0) || 1;
  const width = size * 0.15 + 1;
  const radius = size / 2 - width / 2 - 1;
  return image(size, size, (context) => {
    const centre = size / 2;
    context.beginPath();
    context.arc(centre, centre, size / 2 - 0.5, 0, 2 * Math.PI);
    context.fillStyle = "#fff";
    context.fill();
    context.lineWidth = width;
    let angle = -Math.PI / 2;
    for (const { color, share } of parts) {
      const part = (share / total) * 2 * Math.PI;
      context.beginPath();
      context.arc(centre, centre, radius, angle, angle + part);
      context.strokeStyle = color;
      context.stroke();
      angle += part;
    }
    context.beginPath();
    context.arc(centre, centre, size / 2 - 0.5, 0, 2 * Math.PI);
    context.lineWidth = 1;
    context.strokeStyle = "rgba(30,45,55,0.35)";
    context.stroke();
  });
}
