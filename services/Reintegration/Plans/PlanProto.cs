using Gms.Platform;
using Gms.Reintegration.Cases;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Plans;

/// <summary>How plans are shown.</summary>
static class PlanProto
{
    public static Proto.Plan ToProto(this Plan plan, Case held, Words words) => new()
    {
        PlanId = plan.Id.ToString(),
        CaseId = plan.CaseId.ToString(),
        Number = plan.Number,
        WorkerNumber = held.WorkerNumber,
        Consent = plan.Consent.ToProto(),
        Goals = { words.ReadAll(plan.GoalsEncrypted, plan.Id) },
        Items = { plan.Items.OrderBy(i => i.Position).Select(ToProto) },
        Budget = plan.Budget.ToProto(),
        AgreedOn = plan.AgreedOn.ToProto(),
        AgreedBy = plan.AgreedBy,
    };

    public static Proto.Consent ToProto(this Consent consent) => new()
    {
        GivenOn = consent.GivenOn.ToProto(),
        Form = consent.Form switch
        {
            ConsentForm.Signed => Proto.ConsentForm.Signed,
            ConsentForm.Thumbprint => Proto.ConsentForm.Thumbprint,
            ConsentForm.Spoken => Proto.ConsentForm.Spoken,
        },
        Language = consent.Language,
    };

    static Proto.PlanItem ToProto(PlanItem item) => new()
    {
        Service = item.Service,
        Partner = item.Partner,
        Programme = item.Programme ?? "",
        StartsOn = item.StartsOn.ToProto(),
        EndsOn = item.EndsOn.ToProto(),
        Budget = item.Budget.ToProto(),
    };
}
