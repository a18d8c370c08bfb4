-- Candidates and what is said of them, with the fields that the service fills: its reasons are
-- sentences about each seat; here they are one sentence for all.
INSERT INTO candidate (id, seat, rule, rule_version, episode, as_of, use_cancels, state)
SELECT 'hand-' || md5(f.seat || f.rule), f.seat, f.rule, 1, coalesce(b.episodes, 0), $as_of, true, 'open'
FROM hand_found f
LEFT JOIN (SELECT seat, rule, count(*) AS episodes FROM candidate GROUP BY seat, rule) b
  ON b.seat = f.seat AND b.rule = f.rule;

INSERT INTO outbox (topic, key, headers, value)
SELECT 'reclaim.candidates', s.holder,
  jsonb_build_object('ce_id', gen_random_uuid(), 'ce_type', 'reclaim.candidate-found.v1',
    'ce_source', 'hand', 'ce_specversion', '1.0', 'content-type', 'application/json'),
  convert_to(jsonb_build_object('candidate', 'hand-' || md5(f.seat || f.rule),
    'seat', jsonb_build_object('id', s.id, 'holder', s.holder, 'application', s.application,
      'tier', s.tier, 'account', s.account, 'via', s.via),
    'rule', f.rule, 'ruleVersion', 1, 'episode', 0,
    'reasons', jsonb_build_array(jsonb_build_object('code', f.rule, 'sentence', 'It is not used.')),
    'evidence', jsonb_build_object('kind', 'not-used-since', 'since', u.last),
    'asOf', $as_of)::text, 'UTF8')
FROM hand_found f
JOIN seat s ON s.id = f.seat
LEFT JOIN used u ON u.holder = s.holder AND u.application = s.application;
