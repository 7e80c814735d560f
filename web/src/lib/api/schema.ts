// SPDX-License-Identifier: Apache-2.0
import type { components } from './schema.gen';

/// Shorter names for the server's records. The records themselves are generated (`tools/generate`), never typed here.

type Schemas = components['schemas'];

export type Analysis = Schemas['AnalysisView'];
export type AnalysisDesk = Schemas['AnalysisDesk'];
export type AnalysisKind = Schemas['AnalysisKind'];
export type AnalysisQuestion = Schemas['AnalysisQuestionCreate'];
export type Candidate = Schemas['Candidate'];
export type ChangedField = Schemas['ChangedField'];
export type ClaimLine = Schemas['ClaimLine'];
export type CorrectionLine = Schemas['CorrectionLine'];
export type DeskCounts = Schemas['DeskCounts'];
export type HistoryLine = Schemas['HistoryLine'];
export type RemovedBatch = Schemas['RemovedBatch'];
export type TeamShowing = Schemas['TeamShowing'];
export type TierReport = Schemas['TierReport'];
export type Letter = Schemas['Letter'];
export type LetterCreate = Schemas['LetterCreate'];
export type ListedStub = Schemas['ListedStub'];
export type OwnRights = Schemas['OwnRights'];
export type RecordKind = Schemas['RecordKind'];
export type UpkeepLine = Schemas['UpkeepLine'];
export type Agreement = Schemas['AgreementProfile'];
export type AgreementCreate = Schemas['AgreementProfileCreate'];
export type AgreementKind = Schemas['AgreementKind'];
export type Attachment = Schemas['Attachment'];
export type AttachmentPatch = Schemas['AttachmentPatch'];
export type AttachmentPurpose = Schemas['AttachmentPurpose'];
export type AskedRoster = Schemas['AskedRoster'];
export type WaveChange = Schemas['WaveChange'];
export type AnswerSheet = Schemas['AnswerPage'];
export type BulkChange = Schemas['BulkChangeCreate'];
export type BulkPreview = Schemas['BulkPreview'];
export type Backing = Schemas['Backing'];
export type ListedBacking = Schemas['ListedBacking'];
export type ClusterStart = Schemas['ClusterStartCreate'];
export type Cluster = Schemas['ClusterProfile'];
/** A cluster with everything that its profile says. */
export type ClusterDetails = Schemas['ClusterDetails'];
export type Consent = Schemas['Consent'];
export type DesignedQuestion = Schemas['DesignedQuestion'];
export type RosterEntry = Schemas['RosterEntry'];
export type Digest = Schemas['Digest'];
export type Entered = Schemas['Entered'];
export type Entry = Schemas['Entry'];
export type EntryDraft = Schemas['EntryCreate'];
export type EntryLine = Schemas['EntryLine'];
/** How somebody enters answers for a member. */
export type EntryMode = 'paper' | 'interview';
export type CountryFact = Schemas['CountryFactProfile'];
export type CountryFactCreate = Schemas['CountryFactProfileCreate'];
export type Engagement = Schemas['Engagement'];
export type Expert = Schemas['ExpertProfile'];
export type ExpertCreate = Schemas['ExpertDraftCreate'];
export type ExpertPatch = Schemas['ExpertDraftPatch'];
export type Export = Schemas['StampedExport'];
export type FactKind = Schemas['FactKind'];
export type FunnelStep = Schemas['FunnelStep'];
export type Import = Schemas['Import'];
export type ImportColumn = Schemas['ImportColumn'];
export type ImportPatch = Schemas['ImportPatch'];
export type ImportRow = Schemas['ImportRow'];
export type ImportView = Schemas['ImportView'];
/** An author's text by language. */
export type Localized = Cluster['description'];
export type MapData = Schemas['MapData'];
export type MemberFilter = Schemas['MemberFilter'];
export type MemberGroup = Schemas['MemberGroup'];
export type MemberGroupCreate = Schemas['MemberGroupCreate'];
export type MemberGroupPatch = Schemas['MemberGroupPatch'];
export type MembershipPatch = Schemas['MembershipPatch'];
export type Cockpit = Schemas['Cockpit'];
export type Network = Schemas['NetworkReport'];
export type NetworkFigure = Schemas['Figure'];
export type NetworkNode = Schemas['MapNode'];
export type NetworkQuestion = Schemas['QuestionReport'];
export type MergePreview = Schemas['MergePreview'];
export type NetworkTie = Schemas['MapTie'];
export type Organization = Schemas['Organization'];
/** An organization with everything that its profile says. */
export type OrganizationDetails = Schemas['OrganizationDetails'];
export type OrganizationBrief = Schemas['OrganizationBrief'];
export type OrganizationKind = Schemas['OrganizationKind'];
export type PassedPhone = Schemas['PassedPhone'];
export type Room = Schemas['Room'];
export type RoomCount = Schemas['RoomCount'];
export type RoomMember = Schemas['RoomMember'];
export type PublicList = Schemas['PublicList'];
export type DuplicatePair = Schemas['DuplicatePair'];
export type Twin = Schemas['Twin'];
export type ErasureReceipt = Schemas['ErasureReceipt'];
export type InvitationDraft = Schemas['InvitationDraftCreate'];
export type NewPerson = Schemas['NewPersonCreate'];
export type OwnMembership = Schemas['OwnMembership'];
/** A person with the roles that the reader may know of. */
export type Person = Schemas['PersonPage'];
export type PersonPair = Schemas['PersonPair'];
export type PersonPatch = Schemas['PersonPatch'];
export type PersonRole = Schemas['PersonRole'];
export type Obligation = Schemas['Obligation'];
export type Project = Schemas['ProjectProfile'];
export type ProjectCreate = Schemas['ProjectProfileCreate'];
export type ProjectRole = Schemas['ProjectRole'];
export type ProjectStatus = Schemas['ProjectStatus'];
export type Question = Schemas['WaveQuestion'];
export type RespondentState = Schemas['RespondentState'];
export type RowChoice = Schemas['RowChoice'];
export type RowEdit = Schemas['RowEditCreate'];
export type RowState = Schemas['RowState'];
export type SavedSearch = Schemas['ListedSearch'];
export type RowsShown = Schemas['RowsShown'];
export type SavedView = Schemas['SavedView'];
export type Sensitivity = Schemas['Sensitivity'];
export type Session = Schemas['CurrentSession'];
export type Stage = Schemas['Stage'];
export type StageChangeCreate = Schemas['StageChangeCreate'];
export type Statement = Schemas['Statement'];
export type StatementEntry = Schemas['StatementEntry'];
export type StatementEntryCreate = Schemas['StatementEntryCreate'];
export type Visibility = Schemas['Visibility'];
export type Wave = Schemas['WaveSummary'];
export type WaveCreate = Schemas['NewWaveCreate'];
export type WavePatch = Schemas['WavePatch'];
export type WaveDesign = Schemas['WaveDesign'];
export type WaveDetail = Schemas['WaveDetail'];
export type WaveLink = Schemas['LinkRow'];
export type WaveState = Schemas['WaveState'];

/** A member as the facilitator sees it, with contacts. */
export type RosterMember = Schemas['RosterMember'];
/** A member as everybody sees it who may see the cluster. */
export type ListedMember = Schemas['ListedMember'];
export type QuestionKey = Schemas['QuestionKey'];
export type Likeness = Schemas['Likeness'];
export type MeasureReport = Schemas['MeasureReport'];
