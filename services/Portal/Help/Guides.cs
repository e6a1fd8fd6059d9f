using Gms.Portal.Pages;

namespace Gms.Portal.Help;

/// <summary>One step of a day's work.</summary>
/// <param name="Path">The page on which it is done.</param>
/// <param name="Name">The key of that page's name.</param>
/// <param name="Text">The key of the sentence that says how.</param>
sealed record GuideStep(string Path, string Name, string Text);

/// <summary>The day's work of each role in at most five steps. A role for which nobody wrote steps is shown the pages that it is offered.</summary>
static class Guides
{
    /// <summary>Whoever did not sign in.</summary>
    public const string Everybody = "everybody";

    static readonly Dictionary<string, IReadOnlyList<GuideStep>> Written = new()
    {
        ["worker"] =
        [
            new("/sign-in/worker", "home.worker", "help.worker.sign_in"),
            new("/me/journey", "own.journey", "help.worker.journey"),
            new("/me/papers", "own.papers", "help.worker.papers"),
            new("/me/months", "own.months", "help.worker.months"),
            new("/complaints", "own.complaints", "help.worker.complain"),
        ],
        ["ministry-officer"] =
        [
            new("/workers", "nav.workers", "help.ministry.find"),
            new("/departures/new", "nav.new_departure", "help.ministry.register"),
            new("/departures", "nav.departures", "help.ministry.queue"),
            new("/codes", "nav.codes", "help.ministry.code"),
            new("/dashboard", "nav.figures", "help.ministry.figures"),
        ],
        ["licensing-officer"] = Agencies,
        ["inspector"] = Agencies,
        ["agency-officer"] =
        [
            new("/agency/missing", "nav.missing", "help.agency.missing"),
            new("/agency/missing", "contract.title", "help.agency.contract"),
            new("/agency/complaints", "nav.complaints", "help.agency.complaints"),
            new("/agency", "nav.agency", "help.agency.licence"),
            new("/uploads/costs", "nav.costs", "help.agency.costs"),
        ],
        ["social-security-officer"] =
        [
            new("/coverage", "nav.coverage", "help.insured.ask"),
            new("/coverage", "months.title", "help.insured.months"),
            new("/uploads/filings", "nav.filings", "help.insured.file"),
            new("/uploads/filings", "upload.report", "help.insured.report"),
        ],
        ["border-officer"] =
        [
            new("/check/", "home.check", "help.border.load"),
            new("/check/", "home.check", "help.border.scan"),
            new("/crossings", "nav.crossings", "help.border.record"),
            new("/check/", "home.check", "help.border.refused"),
        ],
        ["reintegration-counsellor"] =
        [
            new("/cases", "nav.cases", "help.case.first"),
            new("/workers", "nav.workers", "help.case.journey"),
            new("/cases", "nav.cases", "help.case.plan"),
            new("/cases", "nav.cases", "help.case.refer"),
            new("/cases?mine=yes", "cases.mine", "help.case.mine"),
        ],
        ["partner-officer"] =
        [
            new("/referrals", "nav.referrals", "help.partner.read"),
            new("/referrals", "nav.referrals", "help.partner.answer"),
            new("/referrals", "nav.referrals", "help.partner.finish"),
        ],
        ["civil-society-officer"] =
        [
            new("/complaints/new", "complaint.new", "help.support.complain"),
            new("/complaints", "nav.complaints", "help.support.see"),
            new("/licence", "home.licence", "help.open.licence"),
            new("/check/", "home.check", "help.open.check"),
            new("/statistics", "home.figures", "help.open.figures"),
        ],
        [Everybody] =
        [
            new("/licence", "home.licence", "help.open.licence"),
            new("/check/", "home.check", "help.open.check"),
            new("/statistics", "home.figures", "help.open.figures"),
        ],
    };

    /// <summary>All that have a guide, the worker first.</summary>
    public static IReadOnlyList<string> Roles { get; } = [.. Written.Keys.Concat(Menu.All.SelectMany(item => item.Roles)).Distinct()];

    /// <summary>The steps that were written for a role; none where nobody wrote some.</summary>
    public static IReadOnlyList<GuideStep> Of(string role) => Written.GetValueOrDefault(role) ?? [];

    static IReadOnlyList<GuideStep> Agencies =>
    [
        new("/agencies", "nav.agencies", "help.licence.list"),
        new("/agencies", "nav.agencies", "help.licence.agency"),
        new("/licence", "home.licence", "help.licence.check"),
    ];
}
