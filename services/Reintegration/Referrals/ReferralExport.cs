using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Referrals;

/// <summary>What partners were asked as they are taken out.</summary>
static class ReferralExport
{
    public static ExportTable<ReintegrationDb> Table { get; } = new ExportTable<ReintegrationDb, OfCase<Referral>>
    {
        Name = "referrals",
        Holds = "What partners were asked.",
        Permission = "referrals.read",
        Table = "referrals",
        Rows = db => db.Referrals.Join(db.Cases, x => x.CaseId, c => c.Id, (x, c) => new OfCase<Referral> { Row = x, Case = c }),
        Key = new(r => r.Row.Id),
        Worker = ExportOfCase.Worker<Referral>(),
        OfOrganisation = ExportOfCase.Own,
        LeavesOut = new Dictionary<string, string> { ["needed_encrypted"] = "Given readable as needed.", ["reason_encrypted"] = "Given readable as reason." },
        Columns =
        [
            .. ExportOfCase.Columns<Referral>(x => x.Id),
            new("partner_id", "Who was asked.", r => r.Row.PartnerId),
            new("service", "What for.", r => r.Row.Service, ExportTables.Services),
            new("needed", "What is needed.", (r, services) => services.WordsOf(r.Case).Read(r.Row.NeededEncrypted, r.Row.Id)),
            new("skill_ids", "The skills that the partner is told.", r => r.Row.SkillIds.Select(s => s.ToString()).ToArray()),
            new("consent_given_on", "The day on which the worker consented.", r => r.Row.Consent.GivenOn),
            new("consent_form", "How.", r => r.Row.Consent.Form, CodeList.Of<Plans.ConsentForm>()),
            new("consent_language", "In which language, BCP 47.", r => r.Row.Consent.Language),
            new("sent_on", "The day on which it was sent.", r => r.Row.SentOn),
            new("sent_by", "The account that sent it.", r => r.Row.SentBy),
            new("state", "Where it stands.", r => r.Row.State, CodeList.Of<ReferralState>()),
            new("answered_on", "The day of the answer.", r => r.Row.AnsweredOn),
            new("reason", "Why it was declined, transferred or revoked, or the partner's last word.", (r, services) => services.WordsOf(r.Case).Read(r.Row.ReasonEncrypted, r.Row.Id)),
            new("done_on", "The day on which it was done.", r => r.Row.DoneOn),
            new("result", "What came of it.", r => r.Row.Result, CodeList.Of<ReferralResult>()),
            new("revoked_on", "The day from which the partner no longer reads it.", r => r.Row.RevokedOn),
            new("next_id", "The referral that took its place.", r => r.Row.NextId),
        ],
    };
}
