-- Stays that began before are reminded of as those that begin now (Data/crossings.json): 30 days before the last day, or when a third of a shorter stay is left,
-- and not at all under 21 days. A step of its own: no post waits for it.

UPDATE crossing_watches
SET remind_on = due_on - least(30, (due_on - stay.began) / 3)
FROM (SELECT id, (crossed_at AT TIME ZONE 'Asia/Bangkok')::date AS began FROM crossings) AS stay
WHERE stay.id = crossing_watches.crossing_id AND kind = 'ExitDue' AND due_on - stay.began >= 21;

CREATE INDEX crossing_watches_remind_on ON crossing_watches (remind_on) WHERE remind_on IS NOT NULL;
