namespace Gms.Portal.Pages;

/// <summary>Events in an officer's words. An event that has none is shown by its own name.</summary>
static class EventWords
{
    static readonly Dictionary<string, string> Words = new()
    {
        ["gms.registry.worker-enrolled"] = "Enrolled",
        ["gms.registry.document-added"] = "Document added",
        ["gms.registry.document-replaced"] = "Document replaced",
        ["gms.registry.document-ended"] = "Document ended",
        ["gms.registry.workers-merged"] = "Merged with another worker number",
        ["gms.registry.workers-unmerged"] = "Parted from another worker number",
        ["gms.registry.consent-given"] = "Agreed that an office may read the record",
        ["gms.registry.consent-withdrawn"] = "Took an agreement back",
        ["gms.registry.worker-erased"] = "Personal data erased",
        ["gms.registry.workers-imported"] = "Enrolled with many others",
        ["gms.registry.worker-corrected"] = "Record corrected",
        ["gms.registry.departure-registered"] = "Departure registered",
        ["gms.registry.departure-cleared"] = "Departure cleared",
        ["gms.registry.departure-held"] = "Departure held",
        ["gms.registry.departure-refused"] = "Departure refused",
        ["gms.registry.departure-reviewed"] = "Departure decided again",
        ["gms.registry.pass-revoked"] = "Departure pass revoked",
        ["gms.registry.worker-exited"] = "Left the country",
        ["gms.registry.worker-arrived"] = "Arrived",
        ["gms.registry.stay-extended"] = "Permit extended",
        ["gms.registry.employer-changed"] = "Employer changed",
        ["gms.registry.distress-raised"] = "Distress signalled",
        ["gms.registry.distress-closed"] = "Case of distress closed",
        ["gms.registry.crossings-imported"] = "Crossing recorded from a list",
        ["gms.registry.worker-returned"] = "Returned home",
        ["gms.registry.workers-returned"] = "Returned home with many others",
        ["gms.reintegration.cases-opened"] = "Reintegration case opened with many others",
        ["gms.recruitment.contract-registered"] = "Contract registered",
        ["gms.recruitment.contract-ended"] = "Contract ended",
        ["gms.recruitment.complaint-opened"] = "Complaint opened",
        ["gms.recruitment.declaration-recorded"] = "Told in private how the recruitment went",
        ["gms.recruitment.cost-recorded"] = "Recruitment cost recorded",
        ["gms.social-security.membership-started"] = "Insured",
        ["gms.social-security.membership-ended"] = "Insurance ended",
        ["gms.social-security.contribution-posted"] = "Contribution posted",
        ["gms.departure-orientation.worker-attended"] = "Attended orientation",
        ["gms.departure-orientation.certificate-issued"] = "Orientation certificate issued",
        ["gms.departure-orientation.certificate-revoked"] = "Orientation certificate revoked",
        ["gms.reintegration.case-opened"] = "Reintegration case opened",
        ["gms.reintegration.plan-agreed"] = "Reintegration plan agreed",
        ["gms.reintegration.case-reopened"] = "Reintegration case opened again",
        ["gms.reintegration.follow-up-recorded"] = "Asked how it goes after the return",
        ["gms.reintegration.claim-settled"] = "Claim of a returnee settled",
        ["gms.reintegration.case-closed"] = "Reintegration case closed",
    };

    public static string Of(string wireName) => Words.GetValueOrDefault(wireName.Split(':')[0], wireName);
}
