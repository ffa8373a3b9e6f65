"""What --json prints: one document, whose keys other programs rely on; they are pinned here."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Founded
from dailycontact.app import entries
from dailycontact.errors import ExitCode
from support import hostile_book
from support.hostile_book import HARD
from support.hostile_commands import set_up, with_document
from support.running import Run

TABLES = ("rows", "touched", "outcomes", "samples[]")
"""What is a table in itself: its keys come from the book or the file."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?")
E164 = re.compile(r"\+[1-9]\d{6,14}")
DAYS = ("day", "as_of", "first", "last", "until")

KEYS: dict[str, str] = {
    "today": """
        arithmetic arithmetic.more_passed_over arithmetic.more_reachable arithmetic.passed_over[]
        arithmetic.pick.at arithmetic.pick.barrier arithmetic.pick.cadence arithmetic.pick.detail
        arithmetic.pick.id arithmetic.pick.luck arithmetic.pick.name arithmetic.pick.newcomer
        arithmetic.pick.reason arithmetic.pick.score arithmetic.pick.since arithmetic.pick.until
        arithmetic.pick.waited arithmetic.reachable arithmetic.resting[] arithmetic.runners_up[]
        arithmetic.runners_up[].at arithmetic.runners_up[].barrier arithmetic.runners_up[].cadence
        arithmetic.runners_up[].detail arithmetic.runners_up[].id arithmetic.runners_up[].luck
        arithmetic.runners_up[].name arithmetic.runners_up[].newcomer arithmetic.runners_up[].reason
        arithmetic.runners_up[].score arithmetic.runners_up[].since arithmetic.runners_up[].until
        arithmetic.runners_up[].waited arithmetic.working_day attempts[] day demonstration leader
        next_on numbers_to_check others_waiting owed[] owed[].action_id owed[].answer_id
        owed[].company owed[].customer owed[].customer_id owed[].finished_on owed[].how owed[].owner
        owed[].said_on owed[].say owed[].tries owed[].verbatim owed[].waited pick.ahead[]
        pick.chosen_at pick.customer.cadence pick.customer.company pick.customer.country
        pick.customer.emails[] pick.customer.id pick.customer.last_on pick.customer.local_time
        pick.customer.name pick.customer.phones[] pick.customer.phones[].e164
        pick.customer.phones[].extension pick.customer.phones[].label pick.customer.phones[].raw
        pick.customer.segment pick.customer.zone pick.due pick.last.answers[] pick.last.answers[].id
        pick.last.answers[].kind pick.last.answers[].progress pick.last.answers[].stage
        pick.last.answers[].verbatim pick.last.day pick.last.notes pick.last.told_where_it_stands_on
        pick.note.day pick.note.outcome pick.note.text pick.phone pick.promises[]
        pick.promises[].due_on pick.promises[].id pick.promises[].kind pick.promises[].text
        pick.promises_not_kept[]
        pick.raised_since_the_fix[] pick.reason pick.skips pick.slot pick.to_ask[] pick.tries[]
        pick.usually pick.why pick.window.access pick.window.at promises_due[]
        promises_due[].customer promises_due[].due_on promises_due[].id promises_due[].text question
        state streak talk urgent[] urgent_waiting without_phone
    """,
    "skip": """
        skipped.id skipped.name skipped.skips skipped.until today.arithmetic today.attempts[]
        today.day today.demonstration today.leader today.next_on today.numbers_to_check
        today.others_waiting today.owed[] today.owed[].action_id today.owed[].answer_id
        today.owed[].company today.owed[].customer today.owed[].customer_id today.owed[].finished_on
        today.owed[].how today.owed[].owner today.owed[].said_on today.owed[].say today.owed[].tries
        today.owed[].verbatim today.owed[].waited today.pick.ahead[] today.pick.chosen_at
        today.pick.customer.cadence today.pick.customer.company today.pick.customer.country
        today.pick.customer.emails[] today.pick.customer.id today.pick.customer.last_on
        today.pick.customer.local_time today.pick.customer.name today.pick.customer.phones[]
        today.pick.customer.phones[].e164 today.pick.customer.phones[].extension
        today.pick.customer.phones[].label today.pick.customer.phones[].raw
        today.pick.customer.segment today.pick.customer.zone today.pick.due
        today.pick.last.answers[] today.pick.last.answers[].id today.pick.last.answers[].kind
        today.pick.last.answers[].progress today.pick.last.answers[].stage
        today.pick.last.answers[].verbatim today.pick.last.day today.pick.last.notes
        today.pick.last.told_where_it_stands_on today.pick.note.day today.pick.note.outcome
        today.pick.note.text today.pick.phone today.pick.promises[] today.pick.promises[].due_on
        today.pick.promises[].id today.pick.promises[].kind today.pick.promises[].text
        today.pick.promises_not_kept[]
        today.pick.raised_since_the_fix[] today.pick.reason today.pick.skips today.pick.slot
        today.pick.to_ask[] today.pick.tries[] today.pick.usually today.pick.why
        today.pick.window.access today.pick.window.at today.promises_due[]
        today.promises_due[].customer today.promises_due[].due_on today.promises_due[].id
        today.promises_due[].text today.question today.state today.streak today.talk today.urgent[]
        today.urgent_waiting today.without_phone
    """,
    "log": """
        answers[] answers[].action_id answers[].answer_id answers[].kind answers[].praised
        answers[].theme answers[].theme_is_new answers[].urgent answers[].verbatim
        call_back_id call_id card_on customer.id customer.name day helped[] helped[].answer_id
        helped[].helped misses next next.id next.name not_yet[] only_told outcome
        promise_id rang_in settled_promises[] still_waits[] tellings[]
        tellings[].action_id tellings[].answer_id tellings[].reaction tellings[].telling_id
        turn_on wrong_number
    """,
    "promise": """
        again again.customer again.customer_id again.due_on again.id again.kind again.late
        again.leader again.reference again.settled_how again.settled_on again.text again.why
        day promise.customer promise.customer_id promise.due_on promise.id promise.kind
        promise.late promise.leader promise.reference promise.settled_how promise.settled_on
        promise.text promise.why promises[] promises[].customer promises[].customer_id
        promises[].due_on promises[].id promises[].kind promises[].late promises[].leader
        promises[].reference promises[].settled_how promises[].settled_on promises[].text
        promises[].why
    """,
    "note": """
        action_id note.by note.day note.evidence note.id note.text notes
    """,
    "share": """
        already_shared_today[] day kept[] shared[] shared[].answer_id shared[].kind
        shared[].praised shared[].said_by shared[].said_on shared[].urgent shared[].words
        shared_before[] to week where
    """,
    "act": """
        action.answers[] action.due_on action.id action.open_answers[] action.owner
        action.reference action.state action.title action.told action.waived added[] already[]
        asked_by[] asked_by[].answer_id asked_by[].company asked_by[].customer
        asked_by[].customer_id asked_by[].open asked_by[].reaction asked_by[].said_on
        asked_by[].settled_on asked_by[].stage asked_by[].verbatim asked_by[].waived begun_on
        ends[] ends[].day ends[].evidence ends[].how ends[].instead ends[].say new notes[]
        notes[].by notes[].day notes[].evidence notes[].id notes[].text owned_on revisit_on
    """,
    "take": """
        action.answers[] action.due_on action.id action.open_answers[] action.owner
        action.reference action.state action.title action.told action.waived changed due_before
        owner_before
    """,
    "done": """
        action.answers[] action.due_on action.id action.open_answers[] action.owner
        action.reference action.state action.title action.told action.waived added[] day
        evidence how instead owed[] owed[].answer_id owed[].customer owed[].customer_id
        owed[].verbatim revisit_on say waived[]
    """,
    "decline": """
        [] [].action.answers[] [].action.due_on [].action.id [].action.open_answers[]
        [].action.owner [].action.reference [].action.state [].action.title [].action.told
        [].action.waived [].added[] [].day [].evidence [].how [].instead [].owed[]
        [].owed[].answer_id [].owed[].customer [].owed[].customer_id [].owed[].verbatim
        [].revisit_on [].say [].waived[]
    """,
    "tell": """
        [] [].action_id [].answer_id [].askers [].company [].customer [].customer_id
        [].emails[] [].finished_on [].how [].instead [].owner [].phones[] [].phones[].e164
        [].phones[].extension [].phones[].label [].phones[].raw [].said_on [].say
        [].sentence [].told [].tries [].verbatim [].waited [].written_on action_id
        action_ids[] answer_id answer_ids[] channel customer customer_id day may_be_given_up
        new_answer_id not_yet reaction reopened told tries without_email[]
        without_email[].customer without_email[].customer_id words written[]
    """,
    "story": """
        day id leader missed text who
    """,
    "loop": """
        answers[] answers[].actions[] answers[].actions[].askers answers[].actions[].due_on
        answers[].actions[].finished_on answers[].actions[].id answers[].actions[].outcome
        answers[].actions[].owned_on answers[].actions[].owner answers[].actions[].reaction
        answers[].actions[].say answers[].actions[].settled_on answers[].actions[].title
        answers[].actions[].told answers[].actions[].waived answers[].age answers[].amended
        answers[].clock answers[].company answers[].consent answers[].customer
        answers[].customer_id answers[].id answers[].kind answers[].late_since answers[].limit
        answers[].next_command answers[].overdue answers[].owes answers[].praised
        answers[].private answers[].said_on answers[].section answers[].settled
        answers[].shared_on answers[].since answers[].stage answers[].theme answers[].urgent
        answers[].verbatim answers[].waits_since customer day looking_for_someone[]
        looking_for_someone[].answers[] looking_for_someone[].due_on
        looking_for_someone[].id looking_for_someone[].title more promises_ahead[]
        promises_due[] promises_due[].customer promises_due[].customer_id
        promises_due[].due_on promises_due[].id promises_due[].kind promises_due[].late
        promises_due[].leader promises_due[].reference promises_due[].settled_how
        promises_due[].settled_on promises_due[].text promises_due[].why
        promises_resting[] revisits_due[] settled_left_out story[]
        story[].action_id story[].answer_id story[].day story[].how story[].in_call
        story[].note story[].place story[].promise_id story[].reaction story[].recorded_at
        story[].settled_on story[].until story[].what story[].who story[].words stuck
        waiting[] waiting[].clock waiting[].count waiting[].oldest waiting[].overdue
    """,
    "report": """
        absent acted[] acted[].action_id acted[].answers[] acted[].answers[].answer_id
        acted[].answers[].day acted[].answers[].earlier acted[].answers[].kind
        acted[].answers[].praised acted[].answers[].private acted[].answers[].stage
        acted[].answers[].urgent acted[].answers[].who acted[].answers[].words
        acted[].askers acted[].day acted[].due_on acted[].earlier acted[].instead
        acted[].owner acted[].say acted[].state acted[].title as_of away[] back_on
        before before.calls before.conversations before.customers_told before.ended
        before.folded before.funnel[] before.groups[] before.not_solved before.pleased
        before.praise before.since before.stages[] before.stages[].median
        before.stages[].name before.stages[].of before.themes[] before.typical
        before.waiting before.weeks[] before.weeks[].calls before.weeks[].conversations
        before.weeks[].monday before.wishes calls calls_earlier changes[] company contact
        conversations customers_told demonstration edition figures.calls figures.conversations
        figures.customers_told figures.ended figures.folded figures.funnel[]
        figures.funnel[].count figures.funnel[].step figures.groups[]
        figures.groups[].customers figures.groups[].name figures.groups[].wishes
        figures.not_solved figures.pleased figures.praise figures.since figures.stages[]
        figures.stages[].median figures.stages[].name figures.stages[].of
        figures.themes[] figures.themes[].counts[] figures.themes[].name figures.typical
        figures.waiting figures.weeks[] figures.weeks[].calls
        figures.weeks[].conversations figures.weeks[].monday figures.wishes first_weeks
        heard[] heard[].answer_id heard[].day heard[].earlier heard[].kind
        heard[].praised heard[].private heard[].stage heard[].urgent heard[].who
        heard[].words leader_only leaders[] looking[] looking[].action_id
        looking[].first_on looking[].said_by looking[].title looking[].who
        looking[].words notes[] notes[].customer notes[].day notes[].text nothing
        numbers[] numbers[].customer numbers[].phones[] outcomes period.first
        period.last period.name period.week permission promises[] promises[].customer
        promises[].due_on promises[].late promises[].state promises[].text replaced[]
        replaced[].found replaced[].instead replaced[].where stamp.book
        stamp.changed.erased stamp.changed.hidden stamp.changed.renamed
        stamp.changed.undone stamp.changed.withdrawn stamp.cutoff
        stamp.version stamp.written_later stamp.zone stories[] stories[].day
        stories[].earlier stories[].missed stories[].text stories[].told_by
        stories[].who thanks[] thanks[].done[] thanks[].done[].action_id
        thanks[].done[].askers thanks[].done[].say thanks[].name thanks[].praise[]
        thanks[].praise[].answer_id thanks[].praise[].day thanks[].praise[].earlier
        thanks[].praise[].kind thanks[].praise[].praised thanks[].praise[].private
        thanks[].praise[].stage thanks[].praise[].urgent thanks[].praise[].who
        thanks[].praise[].words told[] told[].action_id told[].askers told[].people[]
        told[].people[].answer_id told[].people[].channel told[].people[].day
        told[].people[].earlier told[].people[].reaction told[].people[].said[]
        told[].people[].who told[].reopened told[].say
        told[].title told[].told told[].unreachable told[].waived told_by_phone tried
        turnout[] waiting[] waiting[].answer_id waiting[].days waiting[].late
        waiting[].said_on waiting[].stage waiting[].urgent waiting[].where waiting[].who
        waiting[].words wanted[] wished[] wished[].by wished[].how wished[].say
        wished[].talk_id wished[].wish you_said[]
    """,
    "outbox": """
        closed_at deliveries[] deliveries[].channel deliveries[].ident
        deliveries[].recipient deliveries[].state deliveries[].tried_at deliveries[].tries
        deliveries[].trouble edition gone[] gone[].closed_at gone[].deliveries[]
        gone[].deliveries[].channel gone[].deliveries[].ident gone[].deliveries[].recipient
        gone[].deliveries[].state gone[].deliveries[].tried_at gone[].deliveries[].tries
        gone[].deliveries[].trouble gone[].edition gone[].id gone[].leader gone[].member
        gone[].recorded_at gone[].since_at gone[].subject gone[].until_at id leader member
        recorded_at since_at subject until_at waiting[] waiting[].closed_at
        waiting[].deliveries[] waiting[].deliveries[].channel waiting[].deliveries[].ident
        waiting[].deliveries[].recipient waiting[].deliveries[].state
        waiting[].deliveries[].tried_at waiting[].deliveries[].tries
        waiting[].deliveries[].trouble waiting[].edition waiting[].id waiting[].leader
        waiting[].member waiting[].recorded_at waiting[].since_at waiting[].subject
        waiting[].until_at
    """,
    "plan": """
        asked_a_day calls calls_a_day calls_a_week changes[] conversations
        conversations_a_week coverage[] coverage[].customers coverage[].day customers day
        days_without_a_call failing forecast[] forecast[].company forecast[].customer_id
        forecast[].day forecast[].name forecast[].reason forecast[].why_not idle_share
        leader leaders leaders_with_too_many[] load measured_days says segments[]
        segments[].asked_a_day segments[].cadence segments[].customers
        segments[].kept_if_first segments[].longest_still_lasts segments[].longest_wait
        segments[].said_by segments[].segment segments[].spoken segments[].turn_every
        segments[].usual_wait spoken spoken_by[] spoken_by[].day spoken_by[].share until
        usual verdict without_phone working_days
    """,
    "theme list": """
        day more themes[] themes[].acting themes[].actions themes[].at_work
        themes[].at_work.action_id themes[].at_work.due_on themes[].at_work.owner
        themes[].at_work.reference themes[].at_work.title themes[].first_on
        themes[].fixed_on themes[].id themes[].last_on themes[].name themes[].open
        themes[].said themes[].since_the_fix themes[].to_tell themes[].told themes[].weeks[]
        total weeks_from without_theme
    """,
    "theme show": """
        actions[] actions[].askers actions[].due_on actions[].ended_on actions[].id
        actions[].owner actions[].reference actions[].say actions[].state actions[].title
        actions[].told answers[] answers[].company answers[].customer answers[].customer_id
        answers[].day answers[].id answers[].kind answers[].private answers[].reading.cause
        answers[].reading.day answers[].reading.leader answers[].reading.note
        answers[].reading.theme answers[].since answers[].stage answers[].urgent
        answers[].verbatim day merged[] more theme.acting theme.actions theme.at_work
        theme.at_work.action_id theme.at_work.due_on theme.at_work.owner
        theme.at_work.reference theme.at_work.title theme.first_on theme.fixed_on theme.id
        theme.last_on theme.name theme.open theme.said theme.since_the_fix theme.to_tell
        theme.told theme.weeks[] weeks_from words[]
    """,
    "theme add": """
        near[] new theme.id theme.name
    """,
    "theme rename": """
        changed name_before theme.id theme.name
    """,
    "theme merge": """
        answers merged[] merged[].id merged[].name theme.id theme.name words
    """,
    "theme split": """
        answers[] into.id into.name left new theme.id theme.name
    """,
    "theme put": """
        answers[] answers[].changed answers[].id answers[].reading.cause
        answers[].reading.day answers[].reading.leader answers[].reading.note
        answers[].reading.theme answers[].theme_before changed
    """,
    "theme words": """
        [] [].kind [].theme [].words added[] added[].kind added[].theme added[].words
        already[] removed[]
    """,
    "find": """
        [] [].after [].before [].customer [].day [].field [].found [].group [].id [].member
        [].reference [].see answers[] answers[].customer answers[].customer_id answers[].day
        answers[].id answers[].likeness answers[].stage answers[].theme answers[].verbatim
        like.answer_id like.text
    """,
    "import": """
        dry_run files[] files[].changed files[].delimiter files[].doubts[] files[].encoding
        files[].encoding_guessed files[].file files[].kept files[].left_out[] files[].mapping[]
        files[].mapping[].column files[].mapping[].field files[].mapping[].label files[].new
        files[].program files[].refusals files[].refused files[].refused_file files[].refused_rows[]
        files[].rows files[].samples[] files[].skipped files[].skipped_because[] files[].source
        files[].twice files[].unchanged
        files[].warning_rows[] files[].warning_rows[].column files[].warning_rows[].line
        files[].warning_rows[].reason files[].warning_rows[].value files[].warnings plan
        plan.customers plan.load plan.verdict plan.without_phone
        plan.without_zone
    """,
    "customers export": """
        book changes[] changes[].at changes[].command changes[].leader company corrected[]
        customer.answers[] customer.answers[].actions[] customer.answers[].actions[].due_on
        customer.answers[].actions[].how customer.answers[].actions[].id
        customer.answers[].actions[].owner customer.answers[].actions[].say
        customer.answers[].actions[].title customer.answers[].age customer.answers[].consent
        customer.answers[].day customer.answers[].id customer.answers[].kind
        customer.answers[].overdue customer.answers[].praised customer.answers[].private
        customer.answers[].since customer.answers[].stage customer.answers[].urgent
        customer.answers[].verbatim customer.cadence customer.call_hours customer.call_zones[]
        customer.calls[] customer.calls[].day customer.calls[].id customer.calls[].leader
        customer.calls[].notes customer.calls[].outcome customer.calls[].rang_in
        customer.calls[].recorded_at customer.company customer.country
        customer.do_not_contact_on customer.do_not_contact_why customer.emails[]
        customer.emails[].address customer.emails[].label customer.every customer.hours
        customer.id customer.joined_on customer.last_on customer.leader customer.leader_id
        customer.left_on customer.misses customer.name customer.paused_on customer.paused_until
        customer.phones[] customer.phones[].e164 customer.phones[].extension
        customer.phones[].label customer.phones[].raw customer.phones[].wrong_on
        customer.promises[] customer.promises[].day customer.promises[].due_on
        customer.promises[].id customer.promises[].kind customer.promises[].settled_how
        customer.promises[].settled_on customer.promises[].text customer.referred_by
        customer.renewed_on customer.rests[] customer.segment customer.story[]
        customer.story[].action_id customer.story[].answer_id customer.story[].day
        customer.story[].how customer.story[].in_call customer.story[].note
        customer.story[].place customer.story[].promise_id customer.story[].reaction
        customer.story[].recorded_at customer.story[].settled_on customer.story[].until
        customer.story[].what customer.story[].who customer.story[].words customer.tellings[]
        customer.tellings[].action_id customer.tellings[].answer_id customer.tellings[].call_id
        customer.tellings[].channel customer.tellings[].day customer.tellings[].reaction
        customer.tellings[].say customer.tellings[].waived customer.tellings[].words
        customer.turn_on customer.zone customers[] customers[].cadence customers[].company
        customers[].country customers[].customer_id customers[].do_not_contact
        customers[].emails[] customers[].emails[].address customers[].emails[].label
        customers[].hours customers[].joined_on customers[].leader customers[].left_on
        customers[].name customers[].other_ids[] customers[].other_ids[].source
        customers[].other_ids[].value customers[].paused_on customers[].paused_until
        customers[].phones[] customers[].phones[].as_written customers[].phones[].e164
        customers[].phones[].extension customers[].phones[].label
        customers[].phones[].wrong_since customers[].recommended_by customers[].refused_because
        customers[].refused_on customers[].renewed_on customers[].segment customers[].time_zone
        earlier[] files[] merged_numbers[] named_elsewhere[] named_elsewhere[].texts
        named_elsewhere[].where not_held[] other_ids[]
        other_ids[].source other_ids[].value
        proposed[] proposed[].day proposed[].leader shown[] shown[].answer_id shown[].by
        shown[].day shown[].edition shown[].place told_apart_from tried_to_tell[] written_on
    """,
    "customers list": """
        customers[] customers[].cadence customers[].company customers[].country
        customers[].do_not_contact_on customers[].do_not_contact_why customers[].emails[]
        customers[].every customers[].hours customers[].id customers[].joined_on
        customers[].last_on customers[].leader_id customers[].left_on customers[].misses
        customers[].name customers[].paused_on customers[].paused_until customers[].phones[]
        customers[].phones[].e164 customers[].phones[].extension customers[].phones[].label
        customers[].phones[].raw customers[].phones[].wrong_on customers[].referred_by
        customers[].renewed_on customers[].segment customers[].turn_on customers[].zone more
        total
    """,
    "customers show": """
        answers[] answers[].actions[] answers[].actions[].due_on answers[].actions[].how
        answers[].actions[].id answers[].actions[].owner answers[].actions[].say
        answers[].actions[].title answers[].age answers[].consent answers[].day answers[].id
        answers[].kind answers[].overdue answers[].praised answers[].private answers[].since
        answers[].stage answers[].urgent answers[].verbatim cadence call_hours call_zones[]
        calls[] calls[].day calls[].id calls[].leader calls[].notes calls[].outcome
        calls[].rang_in calls[].recorded_at company country do_not_contact_on
        do_not_contact_why emails[] every hours id joined_on last_on leader leader_id
        left_on misses name paused_on paused_until phones[] phones[].e164 phones[].extension
        phones[].label phones[].raw phones[].wrong_on promises[] promises[].day
        promises[].due_on promises[].id promises[].kind promises[].settled_how
        promises[].settled_on promises[].text referred_by renewed_on rests[] segment story[]
        story[].action_id story[].answer_id story[].day story[].how story[].in_call
        story[].note story[].place story[].promise_id story[].reaction story[].recorded_at
        story[].settled_on story[].until story[].what story[].who story[].words tellings[]
        tellings[].action_id tellings[].answer_id tellings[].call_id tellings[].channel
        tellings[].day tellings[].reaction tellings[].say tellings[].waived tellings[].words
        turn_on zone
    """,
    "customers add": """
        alike[] changed[] customer.cadence customer.company customer.country
        customer.do_not_contact_on customer.do_not_contact_why customer.emails[]
        customer.every customer.hours customer.id customer.joined_on customer.last_on
        customer.leader_id customer.left_on customer.misses customer.name customer.paused_on
        customer.paused_until customer.phones[] customer.phones[].e164
        customer.phones[].extension customer.phones[].label customer.phones[].raw
        customer.phones[].wrong_on customer.referred_by customer.renewed_on customer.segment
        customer.turn_on customer.zone warnings[]
    """,
    "customers edit": """
        alike[] changed[] customer.cadence customer.company customer.country
        customer.do_not_contact_on customer.do_not_contact_why customer.emails[]
        customer.every customer.hours customer.id customer.joined_on customer.last_on
        customer.leader_id customer.left_on customer.misses customer.name customer.paused_on
        customer.paused_until customer.phones[] customer.phones[].e164
        customer.phones[].extension customer.phones[].label customer.phones[].raw
        customer.phones[].wrong_on customer.referred_by customer.renewed_on customer.segment
        customer.turn_on customer.zone warnings[]
    """,
    "customers pause": """
        customer.cadence customer.company customer.country customer.do_not_contact_on
        customer.do_not_contact_why customer.emails[] customer.every customer.hours
        customer.id customer.joined_on customer.last_on customer.leader_id customer.left_on
        customer.misses customer.name customer.paused_on customer.paused_until
        customer.phones[] customer.phones[].e164 customer.phones[].extension
        customer.phones[].label customer.phones[].raw customer.phones[].wrong_on
        customer.referred_by customer.renewed_on customer.segment customer.turn_on
        customer.zone
    """,
    "customers resume": """
        customer.cadence customer.company customer.country customer.do_not_contact_on
        customer.do_not_contact_why customer.emails[] customer.every customer.hours
        customer.id customer.joined_on customer.last_on customer.leader_id customer.left_on
        customer.misses customer.name customer.paused_on customer.paused_until
        customer.phones[] customer.phones[].e164 customer.phones[].extension
        customer.phones[].label customer.phones[].raw customer.phones[].wrong_on
        customer.referred_by customer.renewed_on customer.segment customer.turn_on
        customer.zone
    """,
    "customers do-not-contact": """
        customer.cadence customer.company customer.country customer.do_not_contact_on
        customer.do_not_contact_why customer.emails[] customer.every customer.hours
        customer.id customer.joined_on customer.last_on customer.leader_id customer.left_on
        customer.misses customer.name customer.paused_on customer.paused_until
        customer.phones[] customer.phones[].e164 customer.phones[].extension
        customer.phones[].label customer.phones[].raw customer.phones[].wrong_on
        customer.referred_by customer.renewed_on customer.segment customer.turn_on
        customer.zone dropped_promises[] waived[]
    """,
    "customers erase": """
        answers calls copies[] customer.id customer.name day drafts[]
        dropped_promises emails exports[]
        exports_gone exports_piped exports_unnamed letter passed_on[] passed_on[].answer
        passed_on[].day passed_on[].how perhaps_same[] perhaps_same[].id perhaps_same[].name
        perhaps_same[].why phones reached remaining[] remaining[].column remaining[].id
        remaining[].table remaining[].text searched.bytes searched.found searched.written_anew
        shared[] single_names[] single_names[].column single_names[].id single_names[].table
        single_names[].text texts waived
    """,
    "customers merge": """
        merged merged.customer.cadence merged.customer.company merged.customer.country
        merged.customer.do_not_contact_on merged.customer.do_not_contact_why
        merged.customer.emails[] merged.customer.every merged.customer.hours merged.customer.id
        merged.customer.joined_on merged.customer.last_on merged.customer.leader_id
        merged.customer.left_on merged.customer.misses merged.customer.name
        merged.customer.paused_on merged.customer.paused_until merged.customer.phones[]
        merged.customer.phones[].e164 merged.customer.phones[].extension
        merged.customer.phones[].label merged.customer.phones[].raw
        merged.customer.phones[].wrong_on merged.customer.referred_by merged.customer.renewed_on
        merged.customer.segment merged.customer.turn_on merged.customer.zone
        merged.dropped_promises[] merged.gone_id merged.gone_name merged.moved.answers
        merged.moved.calls merged.moved.emails merged.moved.phones merged.moved.promises
        merged.waived[] more pairs[] pairs[].apart_in[] pairs[].gone.answers pairs[].gone.cadence
        pairs[].gone.calls pairs[].gone.came_from[] pairs[].gone.came_from[].number
        pairs[].gone.came_from[].source pairs[].gone.company pairs[].gone.country
        pairs[].gone.do_not_contact_on pairs[].gone.do_not_contact_why pairs[].gone.emails[]
        pairs[].gone.every pairs[].gone.hours pairs[].gone.id pairs[].gone.joined_on
        pairs[].gone.last_on pairs[].gone.leader pairs[].gone.leader_id pairs[].gone.left_on
        pairs[].gone.misses pairs[].gone.name pairs[].gone.paused_on pairs[].gone.paused_until
        pairs[].gone.phones[] pairs[].gone.phones[].e164 pairs[].gone.phones[].extension
        pairs[].gone.phones[].label pairs[].gone.phones[].raw pairs[].gone.phones[].wrong_on
        pairs[].gone.promises pairs[].gone.referred_by pairs[].gone.renewed_on pairs[].gone.segment
        pairs[].gone.zone pairs[].kept.answers pairs[].kept.cadence pairs[].kept.calls
        pairs[].kept.came_from[] pairs[].kept.came_from[].number pairs[].kept.came_from[].source
        pairs[].kept.company pairs[].kept.country pairs[].kept.do_not_contact_on
        pairs[].kept.do_not_contact_why pairs[].kept.emails[] pairs[].kept.every pairs[].kept.hours
        pairs[].kept.id pairs[].kept.joined_on pairs[].kept.last_on pairs[].kept.leader
        pairs[].kept.leader_id pairs[].kept.left_on pairs[].kept.misses pairs[].kept.name
        pairs[].kept.paused_on pairs[].kept.paused_until pairs[].kept.phones[]
        pairs[].kept.phones[].e164 pairs[].kept.phones[].extension pairs[].kept.phones[].label
        pairs[].kept.phones[].raw pairs[].kept.phones[].wrong_on pairs[].kept.promises
        pairs[].kept.referred_by pairs[].kept.renewed_on pairs[].kept.segment pairs[].kept.zone
        pairs[].score pairs[].why
    """,
    "team list": """
        members[] members[].aliases[] members[].email members[].id members[].leads
        members[].left_on members[].name members[].talked_on
    """,
    "team talk": """
        talk.day talk.id talk.leader talk.member talk.member_id talk.notes talk.private
        talk.wish
    """,
    "team wish": """
        wishes[] wishes[].day wishes[].how wishes[].id wishes[].replied_on wishes[].say
        wishes[].wish
    """,
    "team add": """
        back member.aliases[] member.email member.id member.leads member.left_on member.name
    """,
    "team edit": """
        actions[] customers[] member.aliases[] member.email member.id member.leads
        member.left_on member.name news promises[] to
    """,
    "team left": """
        actions[] customers[] member.aliases[] member.email member.id member.leads
        member.left_on member.name news promises[] to
    """,
    "leave": """
        leave[] leave[].back_on leave[].deputy leave[].due[] leave[].first_on
        leave[].last_on leave[].moved_to leave[].to_tell[] leave[].working_days
    """,
    "history": """
        [] [].at [].command [].id [].leader [].summary [].undoes [].undone
    """,
    "undo": """
        refusals_kept[] touched undone.at undone.command undone.id undone.leader
        undone.summary undone.undoes undone.undone
    """,
    "amend": """
        amended[] amended[].after amended[].before amended[].field answer_id
    """,
    "backup": """
        file revision rows sha256
    """,
    "restore": """
        []
    """,
    "check": """
        findings[] findings[].about findings[].columns[] findings[].words put_right whole
    """,
    "config": """
        attempts book cadence cadence_in_use company country hidden_words[] hours
        kept_words[] mail.from mail.port mail.security mail.server mail.user me notify[]
        notify[].channels[] notify[].edition permission question recipients[]
        recipients[].edition recipients[].to[] report_day segments[] segments[].cadence
        segments[].name settings_file stage_limits.acting stage_limits.declined
        stage_limits.done stage_limits.heard stage_limits.shared talks work_days[] zone
    """,
    "schedule": """
        jobs[] jobs[].command[] jobs[].days[] jobs[].name jobs[].time system zone
    """,
    "demo": """
        book state
    """,
}
"""The paths of every document, [] for each of several, a line for each level."""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a book with something of everything in it."""
    path = tmp_path_factory.mktemp("json") / "book.db"
    hostile_book.make(path)
    return path


@pytest.fixture(autouse=True)
def _here() -> Iterator[None]:
    before = Path.cwd()
    yield
    os.chdir(before)


def test_every_command_is_here() -> None:
    assert set(KEYS) == {words for words, _ in entries()}


@pytest.mark.parametrize("name", [words for words, _ in entries()])
def test_the_keys_of_a_document_stay(name: str, full: Path, run: Run) -> None:
    paths: set[str] = set()
    for case in with_document(name):
        if case.code in (ExitCode.DONE, ExitCode.FOUND_SOMETHING):
            set_up(full, case)
            ran = run(*case.words, "--json", code=case.code)
            paths |= set(_paths(ran.json))

    assert sorted(paths) == KEYS[name].split()


@pytest.mark.parametrize("name", [words for words, _ in entries()])
def test_days_numbers_and_names_have_one_form(name: str, full: Path, run: Run) -> None:
    case = with_document(name)[0]
    set_up(full, case)

    document = run(*case.words, "--json", code=case.code).json

    wrong = [(key, value) for key, value in _values(document) if not _has_its_form(key, value)]
    assert wrong == []


def test_the_keys_of_a_copy_that_was_brought_back_stay(full: Path, run: Run) -> None:
    set_up(full, with_document("backup")[0])
    run("backup")

    document = run("restore", "--last", "--yes", "--json").json

    assert sorted(_paths(document)) == [
        "before",
        "copy.file",
        "copy.revision",
        "copy.rows",
        "copy.sha256",
        "erased_again",
        "names_left[]",
        "refusals_kept[]",
    ]


@pytest.mark.parametrize(
    ("words", "document"),
    [
        (("tell",), []),
        (("find", "nothing"), []),
        (("theme", "words"), []),
        (("restore",), []),
        (("customers", "list"), {"total": 0, "more": 0, "customers": []}),
        (("leave",), {"leave": []}),
        (("check",), {"whole": True, "findings": [], "put_right": None}),
    ],
)
def test_where_there_is_nothing_the_document_is_empty(
    words: tuple[str, ...],
    document: object,
    sqlite_book: Founded,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)

    assert run(*words, "--json").json == document


def test_without_a_book_the_morning_is_null(run: Run) -> None:
    assert run("today", "--json").json is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("customers", "show", "nobody"), 4),
        (("customers", "show", HARD), 4),
        (("tell", "A3"), 2),
        (("loop", "--no-such-flag"), 2),
        (("nothing-like-it",), 2),
        (("act", "1"), 4),
        (("log", "reached", "--on", "2027-01-01"), 2),
    ],
)
def test_an_error_is_a_document_on_stderr_alone(
    words: tuple[str, ...],
    code: int,
    sqlite_book: Founded,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)

    ran = run(*words, "--json", code=code)

    assert ran.out == ""
    assert sorted(json.loads(ran.err)["error"]) == ["code", "hint", "message"]
    assert json.loads(ran.err)["error"]["code"] == code


def _paths(document: Any, before: str = "") -> Iterator[str]:
    """Yield the path of each value that is no object; several of one kind are one."""
    if isinstance(document, dict) and not before.endswith(TABLES):
        for key, value in document.items():
            yield from _paths(value, f"{before}.{key}" if before else key)
    elif isinstance(document, list):
        yield f"{before}[]"
        for value in document:
            if isinstance(value, dict | list):
                yield from _paths(value, f"{before}[]")
    else:
        yield before


def _values(document: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(document, dict):
        if key not in ("samples", *TABLES):
            for name, value in document.items():
                yield from _values(value, name)
    elif isinstance(document, list):
        for value in document:
            yield from _values(value, key)
    else:
        yield key, document


def _has_its_form(key: str, value: object) -> bool:
    if not re.fullmatch("[a-z0-9_]+", key) and key:
        return False
    if value is None or isinstance(value, dict):
        return True
    if key.endswith("_on") or key in DAYS:
        return isinstance(value, str) and DAY.fullmatch(value) is not None
    if key.endswith("_at") or key == "at":
        return isinstance(value, str) and INSTANT.fullmatch(value) is not None
    return key != "e164" or (isinstance(value, str) and E164.fullmatch(value) is not None)
