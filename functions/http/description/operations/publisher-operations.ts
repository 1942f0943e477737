import { z } from "zod";
import { PublisherBody } from "../../publishers/publishers.ts";
import { UserBody } from "../../publishers/users.ts";
import { PublisherAnswer, UserAnswer } from "../answers/publisher-answers.ts";
import { json, type OperationTexts } from "../operation-text.ts";

const tag = "Publishers";

export const publisherOperations: OperationTexts = {
  listPublishers: {
    tag,
    summary: "List publishers",
    description:
      "The publishers that the caller is a user of. Reviewers and operators are shown all of them.",
    answers: {
      200: { description: "The publishers.", content: json(z.array(PublisherAnswer)) },
    },
  },
  readPublisher: {
    tag,
    summary: "Read a publisher",
    description: "Its name, and what its clients expect of the API.",
    answers: { 200: { description: "The publisher.", content: json(PublisherAnswer) } },
    refusals: { 404: "There is no such publisher." },
  },
  writePublisher: {
    tag,
    summary: "Create or change a publisher",
    description:
      "Fields left out stay as they are. `compatibility.terminalStatus` is the word for an operation that ended well: succeeded, or complete for clients that wait for that.",
    body: {
      description: "The publisher.",
      schema: PublisherBody.meta({ id: "PublisherChange" }),
      required: true,
      example: { displayText: "Contoso", compatibility: { terminalStatus: "succeeded" } },
    },
    answers: {
      200: { description: "The publisher as it is now.", content: json(PublisherAnswer) },
    },
  },
  listUsers: {
    tag,
    summary: "List a publisher's users",
    description: "Everybody, users and service principals, who may act for the publisher.",
    answers: { 200: { description: "The users.", content: json(z.array(UserAnswer)) } },
  },
  writeUser: {
    tag,
    summary: "Add or change a user",
    description:
      "Lets a user or service principal act for the publisher, or changes its role. Name a service principal by its own object id (under Enterprise applications), not by that of its app registration.",
    body: {
      description: "Who it is, and its role.",
      schema: UserBody.meta({ id: "UserChange" }),
      required: true,
      example: {
        kind: "service-principal",
        name: "release pipeline",
        tenantId: "c0ffee00-0000-4000-8000-000000000001",
        role: "contributor",
      },
    },
    answers: { 200: { description: "The user as it is now.", content: json(UserAnswer) } },
    refusals: {
      404: "There is no such publisher.",
      409: "It is the publisher's last owner; make somebody else an owner first.",
    },
  },
  removeUser: {
    tag,
    summary: "Remove a user",
    description: "Takes the user's access to the publisher away.",
    answers: { 200: { description: "The user that was removed.", content: json(UserAnswer) } },
    refusals: {
      404: "The publisher has no such user.",
      409: "It is the publisher's last owner; make somebody else an owner first.",
    },
  },
};
