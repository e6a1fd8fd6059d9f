using Gms.Reintegration.V1;

namespace Gms.Portal.ReturnedWorkers;

/// <summary>What can come of a referral for a service, so that the form offers nothing that Reintegration refuses. Pure.</summary>
static class ReferralResults
{
    const string JobMatching = "S07", Recognition = "S08";

    public static IReadOnlyList<ReferralResult> Of(string service) => service switch
    {
        Recognition => [ReferralResult.Recognised, ReferralResult.PartlyRecognised, ReferralResult.NotRecognised],
        JobMatching => [ReferralResult.Employed, ReferralResult.NotEmployed],
        _ => [ReferralResult.Helped, ReferralResult.NotHelped],
    };
}
