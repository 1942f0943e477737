import type { Node } from "jsonc-parser";
import { LineTable, type Position } from "./line-table.ts";
import type { JsonProblem } from "./reading/json-problem.ts";

export type JsonNode = Node;

/** A place from its first character to the one past its last. */
interface Region extends Position {
  endLine: number;
  endColumn: number;
}

/** One parsed JSON file that can tell where each of its nodes stands. */
export class JsonDocument {
  /** Path inside the package. */
  readonly file: string;
  /** The text that offsets count in; a byte order mark is not part of it. */
  readonly text: string;
  readonly root: JsonNode;
  /** What a strict JSON reader would refuse. */
  readonly liberties: readonly JsonProblem[];
  #lines: LineTable | undefined;

  constructor(file: string, text: string, root: JsonNode, liberties: readonly JsonProblem[]) {
    this.file = file;
    this.text = text;
    this.root = root;
    this.liberties = liberties;
  }

  positionAt(offset: number): Position {
    return this.#table().positionAt(offset);
  }

  /** From where a node begins to where it is over. */
  regionOf({ offset, length }: JsonNode): Region {
    const { line: endLine, column: endColumn } = this.positionAt(offset + length);
    return { ...this.positionAt(offset), endLine, endColumn };
  }

  offsetAt(position: Position): number {
    return this.#table().offsetAt(position);
  }

  #table(): LineTable {
    this.#lines ??= new LineTable(this.text);
    return this.#lines;
  }
}
