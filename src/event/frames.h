/* frames.h: the lexicon of frames (data/events/frames-*.txt), compiled for matching. The form: data/README.md. */
#ifndef ATT_EVENT_FRAMES_H
#define ATT_EVENT_FRAMES_H

#include "event/ontology.h"
#include "event/overlay.h"
#include "nlp/embed.h"

typedef enum {
    ATT_SLOT_NONE, ATT_SLOT_SUBJ, ATT_SLOT_OBJ, ATT_SLOT_IOBJ, ATT_SLOT_PREP, ATT_SLOT_POSS, ATT_SLOT_MOD,
    ATT_SLOT_XCOMP, ATT_SLOT_CCOMP, ATT_SLOT_COMP, ATT_SLOT_BETWEEN, ATT_SLOT_ZERO
} att_slot_kind;

typedef struct {
    uint8_t kind;     /* att_slot_kind */
    bool joined;      /* "+": taken besides the slot before, not instead of it */
    att_slice prep;   /* ATT_SLOT_PREP: the preposition */
} att_slot;

typedef enum { ATT_COND_ANY, ATT_COND_SOMEBODY, ATT_COND_ACTOR, ATT_COND_ACTORS, ATT_COND_WORDS } att_cond_kind; /* ACTORS: two or more */

enum { ATT_MAX_CLASSES = 8 };

typedef struct {
    att_slot slot;
    uint8_t kind;     /* att_cond_kind */
    bool or_nothing;  /* "NOTHING": holds also where the slot is empty */
    att_map words;    /* lemmas */
    uint32_t classes[ATT_MAX_CLASSES]; /* and those of these classes */
    uint32_t class_count;
} att_cond;

enum { ATT_MAX_CONDS = 4, ATT_MAX_SLOTS = 8, ATT_MAX_PARTICLES = 3 };
enum { ATT_FR_SYM = 1, ATT_FR_BOTH = 2, ATT_FR_ACTOR = 4, ATT_FR_SPEECH = 8, ATT_FR_BG = 16, ATT_FR_BODY = 32,
       ATT_FR_PAIR = 64, /* a tie between two given parties (attache relate), no event of its own */
       ATT_FR_LABOUR = 128, /* only where the talk is of work (labour.h) */
       ATT_FR_REFUSED = 256, /* only negated: "will not allow" refuses, and that has occurred */
       ATT_FR_COMING = 512, /* only what is to come: "will change the law" */
       ATT_FR_SAID = 1024 /* only what somebody says: "said the plan would harm trade" */ };

typedef struct {
    att_slice pattern, cameo, mode, example;
    char pos;                       /* v n a */
    uint8_t type;                   /* att_event_type; ATT_EV_NONE = these words are no event */
    uint16_t flags;                 /* ATT_FR_* */
    att_slice particles[ATT_MAX_PARTICLES];
    uint32_t particle_count;
    const att_cond *conds;          /* as many as there are; frames of one line share them */
    uint32_t cond_count;
    const att_slot *actor, *recipient;
    uint32_t actor_count, recipient_count;
    uint32_t next;                  /* next frame with this head, 0 = none */
} att_frame;

/* Worlds whose words are weighed against each other (domain.h). */
enum { ATT_DOMAIN_NONE, ATT_DOMAIN_OTHER, ATT_DOMAIN_POLITICS, ATT_DOMAIN_COUNT };

/* What the confidence of an event is reckoned from (confidence.h, data/events/confidence.txt). */
typedef enum {
    ATT_CONF_BIAS, ATT_CONF_ACTOR, ATT_CONF_BEFORE, ATT_CONF_BOTH, ATT_CONF_CONDITIONS, ATT_CONF_FUTURE, ATT_CONF_INSIDE, ATT_CONF_LEARNED, ATT_CONF_MANY,
    ATT_CONF_NEAR, ATT_CONF_PRONOUN, ATT_CONF_RECIPIENT, ATT_CONF_RECIPIENT_NEAR, ATT_CONF_PLANNED, ATT_CONF_REAL,
    ATT_CONF_UNREAL, ATT_CONF_VERB, ATT_CONF_WEAK, ATT_CONF_COUNT
} att_conf_feature;

struct att_frames {
    att_ontology ontology;
    ATT_VEC(att_frame) frames;      /* [0] unused */
    att_map heads;                  /* "lemma/v" -> first frame */
    att_map classes;                /* "@troops" -> index into class_words */
    ATT_VEC(att_map) class_words;
    att_embeds embed;               /* data/events/embed.txt */
    att_map containers;             /* nouns that stand for what they hold: "a round of talks", "a mediation effort" */
    att_map eras;                   /* words of an age that is over -> index into era_days */
    ATT_VEC(att_days) era_days;
    att_map domain_words;           /* lemma or form -> ATT_DOMAIN_* */
    float confidence[ATT_CONF_COUNT]; /* weights */
    att_slice lexicon_version;      /* hash of all files that were read */
    uint32_t faults;                /* lines that could not be read */
};

/* As att_frames_open, with a user's files; overlay may be NULL. */
att_frames *att_frames_open_with(att_arena *arena, const att_overlay *overlay);
/* Is lemma a word of the class of that name ("troops")? */
bool att_class_has(const att_frames *f, const char *name, att_slice lemma);
/* Is lemma one of the condition's words? */
bool att_cond_has(const att_frames *f, const att_cond *c, att_slice lemma);
/* First frame for a head lemma and pos, 0 = none. */
uint32_t att_frame_first(const att_frames *f, att_slice lemma, char pos);
att_embed att_embed_of(const att_frames *f, att_slice lemma, char pos);

#endif
