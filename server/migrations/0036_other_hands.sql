-- 0036: answers that somebody typed in from a paper form, or took down on the telephone, for a member.
CREATE TABLE entries (
    -- The respondent's.
    id {uuid} PRIMARY KEY REFERENCES respondents (id) ON DELETE CASCADE,
    mode TEXT NOT NULL CHECK (mode IN ('paper', 'interview')),
    consent TEXT CHECK (consent IN ('facilitator', 'aggregate')),
    language TEXT NOT NULL,
    -- What is typed and not entered yet, by whom. Once it is entered it stands in `answers` alone.
    is_draft {bool} NOT NULL,
    typed_rows TEXT NOT NULL,
    typed_by {uuid},
    -- What was entered last, and until when the member can correct it.
    entered_questions TEXT NOT NULL,
    entered_by {uuid},
    entered_at {int64},
    correct_until {int64},
    is_notified {bool} NOT NULL,
    version {int64} NOT NULL
);
