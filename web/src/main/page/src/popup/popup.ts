import { Popup, type LngLatLike, type Map as MapLibre } from "maplibre-gl";
import { h } from "../dom";
import { onLanguage, t } from "../i18n";
import { contentOf } from "./content";
import { subscribe, type State } from "../state";
import { isLost, isTouched, MAX_HITS, type Hit } from "./hit";

type Listener = (hit: Hit | null) => void;

/** The one pop-up of the map. Where several features lie on one another it leafs through them. */
export class PopupView {
  private readonly popup = new Popup({ maxWidth: "340px", closeButton: false, focusAfterOpen: false, offset: 8 });
  private readonly listeners: Listener[] = [];
  /** What is asked for later makes the pop-up grow: it is put anew so that it stays on the map. */
  private readonly growth = new ResizeObserver(() => {
    if (this.popup.isOpen()) this.popup.setLngLat(this.popup.getLngLat());
  });
  private hits: Hit[] = [];
  private at = 0;

  constructor(private readonly map: MapLibre) {
    this.popup.on("close", () => this.tell(null));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    onLanguage(() => {
      if (this.popup.isOpen()) this.render();
    });
    subscribe((_, changed) => this.follow(changed));
  }

  /** What is open never says another day's or another rule's facts than the page. */
  private follow(changed: ReadonlySet<keyof State>): void {
    const hit = this.hits[this.at];
    if (!hit || !this.popup.isOpen()) return;
    if (isLost(hit, changed)) return this.close();
    const still = this.hits.filter((other) => !isLost(other, changed));
    const isFewer = still.length < this.hits.length;
    this.hits = still;
    this.at = still.indexOf(hit);
    if (isFewer || isTouched(hit, changed)) this.render();
  }

  onShown(listener: Listener): void {
    this.listeners.push(listener);
  }

  show(where: LngLatLike, hits: Hit[]): void {
    this.popup.remove();
    if (hits.length === 0) return;
    this.hits = hits;
    this.at = 0;
    this.popup.setLngLat(where);
    if (this.render()) this.popup.addTo(this.map);
  }

  close(): void {
    this.popup.remove();
  }

  /** Shows the chosen hit, or closes the pop-up where there is nothing to say of it any more. */
  private render(): boolean {
    const hit = this.hits[this.at];
    const content = hit && contentOf(hit, () => this.close());
    if (!content) {
      this.close();
      return false;
    }
    if (content instanceof Promise) {
      this.put(hit, h("p", { class: "quiet" }, t("wait")));
      void content.then((arrived) => {
        if (this.hits[this.at] === hit && this.popup.isOpen()) this.put(hit, arrived);
      });
    } else {
      this.put(hit, content);
    }
    this.tell(hit);
    return true;
  }

  private put(hit: Hit, content: HTMLElement): void {
    const box = h("div", { class: "popup", "data-testid": "popup", "data-layer": hit.layer }, this.bar(), content);
    this.popup.setDOMContent(box);
    this.growth.disconnect();
    this.growth.observe(box);
  }

  private bar(): HTMLElement {
    const turn = (step: number): void => {
      this.at = (this.at + step + this.hits.length) % this.hits.length;
      this.render();
    };
    const many = this.hits.length > 1;
    return h(
      "div",
      { class: "popup-bar" },
      many && h("button", { type: "button", class: "mini", click: () => turn(-1), "aria-label": t("previous") }, "‹"),
      many && h("span", { class: "num" }, t("oneOf", { index: this.at + 1, count: this.hits.length < MAX_HITS ? this.hits.length : `${MAX_HITS}+` })),
      many && h("button", { type: "button", class: "mini", click: () => turn(1), "aria-label": t("next") }, "›"),
      h("button", { type: "button", class: "mini popup-close", click: () => this.close(), "aria-label": t("close") }, "✕"),
    );
  }

  private tell(hit: Hit | null): void {
    for (const listener of this.listeners) listener(hit);
  }
}
