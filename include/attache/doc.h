/* doc.h: a document as columns.
 *
 * Everything that attaché finds out about one article, as plain arrays. A stage reads the columns of the stages before it
 * and writes only its own (the comment behind each group names the owner). Element 0 of every column with ids is the
 * empty record, so ids start at 1 and 0 means none. All memory belongs to the document's arena: it holds until the
 * worker reads the next document. Spans are bytes of `text`; text[span] is exactly what a record prints.
 */
#ifndef ATTACHE_DOC_H
#define ATTACHE_DOC_H

#include "attache/types.h"

/* ---- text/ : where the article came from, what it is made of ---- */

/* URL is a source of its own only among the days that were found; as the one that counts it is METADATA. */
typedef enum {
    ATT_FROM_NOTHING, ATT_FROM_METADATA, ATT_FROM_DATELINE, ATT_FROM_TEXT, ATT_FROM_OPTION, ATT_FROM_INFERENCE, ATT_FROM_URL, ATT_FROM_COUNT
} att_date_source;

enum { ATT_META_DAYS = 8 };

/* A day that something about the article gives as its publication. */
typedef struct {
    att_day day;
    uint8_t from; /* att_date_source */
} att_given_day;

typedef struct {
    att_slice id;          /* doc name in every record: file name, or the record's id in JSON Lines */
    att_slice path;        /* as given; empty for standard input */
    att_slice url, outlet, title, author; /* empty when not known */
    att_day published;     /* ATT_NO_DAY when not known */
    att_date_source published_from;
    att_given_day days[ATT_META_DAYS]; /* all that were found, in the order of trust; those that contradict are reported */
    uint8_t day_count;
    att_slice dateline_place; /* "PARIS" of a leading "PARIS -", or empty */
    att_span dateline;     /* from its place to the first word of the story; a sentence of its own */
    att_slice language;    /* "en", or empty when it can't be told */
    uint64_t content_hash; /* of the text */
} att_meta;

/* What a stretch of text is for the reader. Only BODY, TITLE and CAPTION are coded. */
typedef enum { ATT_BLOCK_BODY, ATT_BLOCK_TITLE, ATT_BLOCK_CAPTION, ATT_BLOCK_META } att_block_kind;

/* A paragraph. */
typedef struct {
    att_span span;
    uint8_t kind; /* att_block_kind */
} att_para;

typedef struct {
    att_span span;
    uint32_t tok_beg, tok_end; /* tokens [tok_beg, tok_end) */
    att_id para;
} att_sent;

enum {
    ATT_TOK_SPACE_AFTER = 1, /* white space (or the end) follows */
    ATT_TOK_CAP = 2,         /* first letter is upper case */
    ATT_TOK_UPPER = 4,       /* at least two letters, all upper case */
    ATT_TOK_DIGIT = 8,       /* holds a digit */
    ATT_TOK_ALPHA = 16,      /* letters only (hyphen and apostrophe inside allowed) */
    ATT_TOK_FIRST = 32       /* first token of its sentence, quotation marks not counted */
};

typedef struct {
    att_span span;
    att_slice form;  /* normalised: straight quotes, no soft hyphens, at most ATT_MAX_TOKEN_BYTES */
    att_slice lower; /* form in lower case */
    uint8_t flags;   /* ATT_TOK_* */
    att_id sent;
    /* nlp/ */
    uint8_t upos;    /* att_upos */
    uint8_t deprel;  /* att_deprel */
    uint16_t xpos;   /* index into the model's list; att_xpos_name */
    uint16_t feats;  /* index into the model's list of feature strings */
    uint32_t head;   /* token, 0 = root of its sentence */
    att_slice lemma; /* lower case except for proper nouns */
    uint8_t ner;     /* att_name_kind of the name that it is part of, 0 = none */
} att_tok;

/* ---- nlp/ ---- */

typedef enum {
    ATT_UPOS_NONE, ATT_ADJ, ATT_ADP, ATT_ADV, ATT_AUX, ATT_CCONJ, ATT_DET, ATT_INTJ, ATT_NOUN, ATT_NUM, ATT_PART,
    ATT_PRON, ATT_PROPN, ATT_PUNCT, ATT_SCONJ, ATT_SYM, ATT_VERB, ATT_X, ATT_UPOS_COUNT
} att_upos;

/* Universal Dependencies v2 relations of the English treebanks; DEP is also "any other". */
#define ATT_DEPRELS(X) \
    X(NONE, "_") X(ROOT, "root") X(ACL, "acl") X(ACL_RELCL, "acl:relcl") X(ADVCL, "advcl") X(ADVCL_RELCL, "advcl:relcl") \
    X(ADVMOD, "advmod") X(AMOD, "amod") X(APPOS, "appos") X(AUX, "aux") X(AUX_PASS, "aux:pass") X(CASE, "case") \
    X(CC, "cc") X(CC_PRECONJ, "cc:preconj") X(CCOMP, "ccomp") X(COMPOUND, "compound") X(COMPOUND_PRT, "compound:prt") \
    X(CONJ, "conj") X(COP, "cop") X(CSUBJ, "csubj") X(CSUBJ_OUTER, "csubj:outer") X(CSUBJ_PASS, "csubj:pass") \
    X(DEP, "dep") X(DET, "det") X(DET_PREDET, "det:predet") X(DISCOURSE, "discourse") X(DISLOCATED, "dislocated") \
    X(EXPL, "expl") X(FIXED, "fixed") X(FLAT, "flat") X(GOESWITH, "goeswith") X(IOBJ, "iobj") X(LIST, "list") \
    X(MARK, "mark") X(NMOD, "nmod") X(NMOD_DESC, "nmod:desc") X(NMOD_POSS, "nmod:poss") X(NMOD_UNMARKED, "nmod:unmarked") \
    X(NSUBJ, "nsubj") X(NSUBJ_OUTER, "nsubj:outer") X(NSUBJ_PASS, "nsubj:pass") X(NUMMOD, "nummod") X(OBJ, "obj") \
    X(OBL, "obl") X(OBL_AGENT, "obl:agent") X(OBL_UNMARKED, "obl:unmarked") X(ORPHAN, "orphan") X(PARATAXIS, "parataxis") \
    X(PUNCT, "punct") X(REPARANDUM, "reparandum") X(VOCATIVE, "vocative") X(XCOMP, "xcomp")
typedef enum {
#define X(name, text) ATT_DEP_##name,
    ATT_DEPRELS(X)
#undef X
    ATT_DEPREL_COUNT
} att_deprel;

typedef enum { ATT_NAME_NONE, ATT_NAME_PER, ATT_NAME_ORG, ATT_NAME_LOC, ATT_NAME_NORP } att_name_kind;

typedef struct {
    att_span span;
    uint32_t tok_beg, tok_end;
    uint8_t kind; /* att_name_kind */
} att_name;

/* A predicate with what the tree says of it, after passives, control, raising, relative clauses and coordination. */
typedef enum { ATT_TENSE_NONE, ATT_TENSE_PAST, ATT_TENSE_PRESENT, ATT_TENSE_FUTURE } att_tense;
enum {
    ATT_CL_PASSIVE = 1, ATT_CL_PERFECT = 2, ATT_CL_PROGRESSIVE = 4, ATT_CL_NEGATED = 8, ATT_CL_QUESTION = 16,
    ATT_CL_CONDITION = 32,  /* stands in an if/unless clause */
    ATT_CL_INFINITIVE = 64, ATT_CL_NOMINAL = 128, /* an event noun, not a verb */
    ATT_CL_RELATIVE = 256, ATT_CL_COPULAR = 512, ATT_CL_PURPOSE = 1024 /* "in order to", advcl infinitive */
};
typedef struct {
    uint32_t tok;        /* head word of the predicate */
    uint16_t flags;      /* ATT_CL_* */
    uint8_t tense;       /* att_tense */
    att_slice modal;     /* lemma of the modal auxiliary ("may", "would"), or empty */
    uint32_t subj, obj, iobj, agent; /* head tokens of the logical arguments (agent: of a passive's "by"), 0 = none */
    att_id up;           /* clause that embeds this one (its governor predicate), 0 = none */
    uint8_t up_rel;      /* att_deprel by which it hangs there */
} att_clause;

/* How far the text says that a predicate happened or holds (nlp/factuality.h): a value from -3 to 3, times ATT_FACT_UNIT. */
enum { ATT_FACT_UNIT = 40, ATT_FACT_NONE = -128 };

/* ---- time/ ---- */

typedef enum { ATT_TIMEX_DATE, ATT_TIMEX_TIME, ATT_TIMEX_DURATION, ATT_TIMEX_SET } att_timex_kind;

/* [first, last] in days; both ATT_NO_DAY when the expression can't be placed. */
typedef struct {
    att_day first, last;
} att_days;

typedef struct {
    att_span span;
    uint32_t tok_beg, tok_end;
    uint8_t kind;     /* att_timex_kind */
    att_slice value;  /* TIMEX3 value: 2022-02-15, 2022-W07, P3D, PAST_REF, XXXX-WXX-5 ... */
    att_days days;
    const char *rule; /* id of the rule that read it */
} att_timex;

/* ---- place/ ---- */

typedef enum { ATT_PLACE_PLACE, ATT_PLACE_GOVERNMENT, ATT_PLACE_NATIONALITY } att_place_role;

typedef struct {
    att_span span;
    uint32_t tok_beg, tok_end;
    att_slice name;        /* gazetteer's name */
    att_slice country;     /* ISO 3166 alpha-3, or empty */
    att_slice kind;        /* city, region, country ... */
    double lat, lon;       /* degrees; valid if has_point */
    bool has_point;
    uint32_t geonames;     /* 0 = not known */
    att_slice admin1, admin2; /* names of the first- and second-level division that it lies in (or is); may be empty */
    const char *rule;      /* id of the rule that chose among the places of that name, or NULL */
    uint8_t role;          /* att_place_role */
    const char *relation;  /* how what is told lies to it: "near", "outside", "off", "around", "distance", "direction", "part", "coast",
                              "border", "outskirts"; NULL: it is the place itself */
    att_slice direction;   /* "northern", "south"; word of the text, or empty */
    double km;             /* relation "distance": kilometres, else 0 */
} att_place;

/* ---- actor/ ---- */

typedef enum { ATT_MEN_NAME, ATT_MEN_NOMINAL, ATT_MEN_PRONOUN, ATT_MEN_ADJECTIVE } att_mention_form;
typedef enum { ATT_KIND_OTHER, ATT_KIND_PERSON, ATT_KIND_ORG, ATT_KIND_PLACE, ATT_KIND_GROUP } att_entity_kind;
typedef enum { ATT_HOW_NONE, ATT_HOW_DICTIONARY, ATT_HOW_APPOSITION, ATT_HOW_COREFERENCE, ATT_HOW_PATTERN } att_how;

/* Who or what the mentions of one document stand for. */
typedef struct {
    att_slice name;     /* resolved name, or empty */
    att_slice code;     /* ISO3 or IGO:..., or empty */
    att_slice sector;   /* PLOVER sector, or empty */
    uint32_t wikidata;  /* number of its item in Wikidata (142 for Q142), 0 = not known */
    uint16_t cow;       /* Correlates of War number of the country in code, 0 = none */
    uint8_t kind;       /* att_entity_kind */
    uint8_t gender;     /* 0 unknown, 'm', 'f', 'n' */
    bool plural;
    bool unlisted;      /* a name that no lexicon has */
    bool placed;        /* code is only the country that the text is set in: nothing says that it is his */
    bool political;     /* may act in an event: country, body, office, armed group, or a role noun */
} att_entity;

typedef struct {
    att_span span;               /* the whole noun phrase that ACTOR.text prints */
    uint32_t tok_beg, tok_end;   /* its tokens */
    uint32_t head;               /* its head token */
    att_id entity;
    uint32_t noun;               /* its head when that is a common noun, 0 = a name or pronoun */
    att_ids members;             /* entities, for "the two leaders", "both sides", they */
    uint8_t form;                /* att_mention_form */
    uint8_t how;                 /* att_how */
    bool as_place;               /* "in Moscow": the place, not the government */
} att_mention;

/* ---- event/ ---- */

typedef enum {
    ATT_EV_NONE, ATT_AGREE, ATT_CONSULT, ATT_SUPPORT, ATT_CONCEDE, ATT_COOPERATE, ATT_AID, ATT_RETREAT, ATT_REQUEST,
    ATT_ACCUSE, ATT_REJECT, ATT_THREATEN, ATT_PROTEST, ATT_SANCTION, ATT_MOBILIZE, ATT_COERCE, ATT_ASSAULT,
    ATT_EVENT_TYPE_COUNT
} att_event_type;

typedef enum {
    ATT_ST_OCCURRED, ATT_ST_ONGOING, ATT_ST_PLANNED, ATT_ST_CONDITIONAL, ATT_ST_POSSIBLE, ATT_ST_NEGATED,
    ATT_ST_ALLEGED, ATT_ST_DENIED, ATT_STATUS_COUNT
} att_status;

/* A date with its evidence and the rule that chose it. */
typedef struct {
    att_days days;       /* first == ATT_NO_DAY: not known */
    att_slice value;     /* ISO 8601 day, month, year or range; empty when not known */
    att_span span;       /* words that say it; empty span when the article fixes it otherwise */
    const char *rule;
} att_dated;

enum { ATT_MAG_KILLED, ATT_MAG_INJURED, ATT_MAG_DETAINED, ATT_MAG_PARTICIPANTS, ATT_MAG_DISPLACED, ATT_MAG_COUNT };
typedef struct {
    double low, high;
    bool set;
} att_range;

typedef struct {
    att_id sent;
    uint32_t trigger;        /* head token */
    att_span trigger_span;
    uint8_t type;            /* att_event_type */
    att_slice mode;          /* empty = null */
    att_slice cameo;
    uint64_t contexts;       /* bit i = i-th context of the ontology */
    double score, goldstein;
    att_ids actors, recipients, said_by; /* mentions */
    uint8_t status;          /* att_status */
    att_dated date;
    bool history;            /* of long ago, told as background (event/event_history.h) */
    att_id place;            /* place column */
    att_range magnitude[ATT_MAG_COUNT];
    bool judged;             /* the learned part was asked: */
    float p_type, p_none;    /* its probabilities of this type, before rules for the future, and of no event */
    float confidence;
    uint32_t same_as;        /* event column: the fullest telling of the same event, 0 = this one */
    att_slice frame;         /* pattern of the lexicon entry that fired */
    const char *type_rule, *status_rule, *place_rule;
} att_event;

/* ---- statement/ ---- */

typedef enum { ATT_DIRECT, ATT_INDIRECT, ATT_MIXED } att_manner;

/* What the cue tells of the speaker's relation to the content (data/statement/cues.txt). */
typedef enum {
    ATT_COMMIT_NONE, ATT_COMMIT_SAYS, ATT_COMMIT_KNOWS, ATT_COMMIT_CLAIMS, ATT_COMMIT_BELIEVES, ATT_COMMIT_DOUBTS, ATT_COMMIT_DENIES,
    ATT_COMMIT_REFUSES, ATT_COMMIT_ASKS, ATT_COMMIT_PROMISES, ATT_COMMIT_THREATENS, ATT_COMMIT_WARNS, ATT_COMMIT_JUDGES, ATT_COMMIT_SUPPORTS,
    ATT_COMMIT_OPPOSES, ATT_COMMIT_HOPES, ATT_COMMIT_FEARS, ATT_COMMIT_WANTS, ATT_COMMIT_COUNT
} att_commitment;

typedef struct {
    att_id sent;
    att_id speaker, addressee; /* mentions, 0 = not known */
    att_span source;           /* the whole noun phrase of the speaker, with apposition and relative clause; may be set without a mention */
    att_span cue;              /* empty span when there is none */
    uint32_t cue_tok;          /* head token of the cue, 0 = none */
    att_span content;          /* from the first part to the last */
    const att_span *parts;     /* only when interrupted, else NULL */
    uint32_t part_count;
    uint8_t manner;            /* att_manner */
    uint8_t commitment;        /* att_commitment of the cue */
    att_id within;             /* statement in whose content this one is told ("A said that B had promised"), 0 = none */
    att_ids said_by;           /* speakers of that chain, innermost first; empty = the reporter tells it */
    att_dated date;            /* when it was said */
    const char *rule;
    bool repaired;             /* quotation marks were damaged in the text */
} att_statement;

/* ---- figure/ ---- */

typedef enum { ATT_EXACT, ATT_ABOUT, ATT_AT_LEAST, ATT_AT_MOST } att_bound;

typedef struct {
    att_id sent;
    att_span span;
    uint32_t tok_beg, tok_end, num_tok; /* num_tok: the number's last token */
    double low, high;
    bool has_low, has_high;
    uint8_t bound;           /* att_bound */
    att_slice unit;          /* canonical noun, lower case plural or symbol ("troops", "USD", "percent") */
    uint32_t unit_tok;       /* 0 = none */
    att_id of;               /* mention */
    att_id place;
    att_dated as_of;
    att_ids said_by;
    att_id supersedes, superseded_by; /* figures: the older one that this takes the place of, and the newer one; 0 = none */
    const char *series_rule; /* by which it supersedes, NULL = none */
} att_figure;

/* ---- position/ ---- */

typedef enum {
    ATT_SN_NONE, ATT_SN_DEMANDS, ATT_SN_OFFERS, ATT_SN_ACCEPTS, ATT_SN_REJECTS, ATT_SN_CONDITIONS, ATT_SN_SUPPORTS, ATT_SN_OPPOSES,
    ATT_STANCE_COUNT
} att_stance;

/* Net of stance and content: who demands that Ukraine be barred from NATO is against its membership. */
typedef enum { ATT_ISSUE_NONE, ATT_ISSUE_FOR, ATT_ISSUE_AGAINST, ATT_ISSUE_CONDITIONAL } att_issue_side;

/* Where a party stands on an issue. */
typedef struct {
    att_id sent;
    uint32_t tok;            /* word that tells the stance */
    att_id holder, toward;   /* mentions; toward 0 = none */
    uint8_t stance;          /* att_stance */
    uint8_t side;            /* att_issue_side */
    att_slice issue;         /* short canonical phrase, or empty */
    att_slice issue_group;   /* wider issue under which a ledger sets it ("NATO enlargement"); the issue itself where none is known */
    att_span content;        /* shortest clause that states it */
    att_span condition;      /* "if troops are withdrawn"; empty = none */
    att_dated date;
    const char *rule;
} att_position;

typedef enum { ATT_RE_NONE, ATT_RE_CONFIRMS, ATT_RE_DOUBTS, ATT_RE_DENIES, ATT_RE_DEMANDS_PROOF, ATT_REPLY_COUNT } att_reply;

/* How one party answers a claim. */
typedef struct {
    att_id sent;
    att_id by;               /* mention */
    uint8_t stance;          /* att_reply */
    att_span content;
    const char *rule;
} att_response;

/* An assertion that somebody answers. */
typedef struct {
    att_id sent;
    att_id by;               /* mention, 0 = the text doesn't say who claims it */
    att_span content;
    const att_response *responses;
    uint32_t response_count;
    att_slice terms;         /* what it says, for claims of other articles: story/disputes.h */
    const char *rule;
} att_claim;

/* An answer to something that this article doesn't quote; another one in a store may. */
typedef struct {
    att_response answer;
    att_span about;          /* the words that say what is answered */
    att_slice terms;         /* the same, for claims of other articles */
} att_open_answer;

/* ---- notes for `attache explain` ---- */

typedef struct {
    uint16_t stage;
    uint32_t tok;      /* token that it is about, 0 = none */
    att_slice what;    /* one line, plain words */
} att_note;

/* Column: at[1..n-1] are the records when n > 0; at[0] is the empty one. */
#define ATT_COLUMN(T) struct { T *at; uint32_t n, cap; }

typedef struct att_doc {
    att_slice text;
    att_meta meta;
    ATT_COLUMN(att_para) paras;
    ATT_COLUMN(att_sent) sents;
    ATT_COLUMN(att_tok) toks;
    ATT_COLUMN(att_name) names;
    ATT_COLUMN(att_clause) clauses;
    att_id *tok_clause;          /* token -> clause whose predicate it is, 0 = none; toks.n entries */
    ATT_COLUMN(att_clause) nominals; /* nouns that name a happening, with its parties; only where factuality is asked for */
    int8_t *factuality;          /* token -> value * ATT_FACT_UNIT, ATT_FACT_NONE where there is none; toks.n entries, or NULL: not asked for */
    ATT_COLUMN(att_timex) timexes;
    ATT_COLUMN(att_place) places;
    ATT_COLUMN(att_entity) entities;
    ATT_COLUMN(att_mention) mentions;
    att_id *tok_mention;         /* token -> largest mention whose head it is, 0 = none; toks.n entries */
    ATT_COLUMN(att_event) events;
    ATT_COLUMN(att_statement) statements;
    ATT_COLUMN(att_figure) figures;
    ATT_COLUMN(att_note) notes;  /* only when tracing */
    bool tracing;
    struct att_arena *keep;      /* owner of all the above */
    struct att_arena *scratch;   /* for a stage's own use: mark before, rewind after */
    ATT_COLUMN(att_position) positions;
    ATT_COLUMN(att_claim) claims;
    ATT_COLUMN(att_open_answer) answers; /* that no claim of this document has */
} att_doc;

#endif
