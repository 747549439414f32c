-- What a record stands to lose by an open reason: derived, and made anew where what it rests on has changed.
create table stake (
    reason_id      bigint primary key references reason,
    -- what it was made of: revision, newest claim verdict, rubric
    basis          text not null,
    -- that the change is real and material
    probability    real not null check (probability between 0 and 1),
    score_before   int check (score_before between 0 and 100),
    score_after    int check (score_after between 0 and 100),
    grade_before   text,
    grade_after    text,
    -- under the rubric, which may move where no score is published
    points         int  not null,
    -- pages that still support the fact, beside the one in question
    citations_left int  not null check (citations_left >= 0),
    -- the edit of the record that a material answer would make
    proposal       jsonb not null,
    -- dimensions of the claims in question, and line by line what moves
    touched        jsonb not null,
    lines          jsonb not null
);
