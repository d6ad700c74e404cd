export type ZoneGroup = {
  /** The part of the world before the first slash; empty for what has none. */
  region: string;
  zones: readonly string[];
};

/**
 * All zones that this browser knows, by part of the world, in the order of their names. UTC is always among them, and so is the
 * zone that is kept, whatever this browser calls it.
 */
export function groupZones(kept: string | null): readonly ZoneGroup[] {
  const all = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...(kept === null ? [] : [kept])])].sort();
  const regions = [...new Set(all.map(regionOf))].sort((one, other) => Number(one === "") - Number(other === ""));
  return regions.map((region) => ({ region, zones: all.filter((zone) => regionOf(zone) === region) }));
}

const regionOf = (zone: string): string => (zone.includes("/") ? (zone.split("/")[0] ?? "") : "");
