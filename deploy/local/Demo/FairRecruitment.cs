using Gms.Recruitment.V1;
using Gms.Type.V1;

namespace Gms.Local.Demo;

/// <summary>A fair recruitment as the demonstration and the measurements make it.</summary>
public static class FairRecruitment
{
    /// <summary>A Lao worker's contract with the demonstration's garment factory, for two years.</summary>
    public static RegisterContractRequest GarmentContract(string worker, Date signedOn, Date startsOn) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        WorkerNumber = worker,
        AgencyId = DemonstrationData.LaoAgency,
        EmployerId = DemonstrationData.GarmentEmployer,
        JobOrderId = DemonstrationData.GarmentJobOrder,
        Origin = "LA",
        Destination = "TH",
        Channel = "MOU_S59",
        Occupation = "8153",
        EmploymentType = "FORMAL",
        StartsOn = startsOn,
        EndsOn = new() { Year = startsOn.Year + 2, Month = startsOn.Month, Day = Math.Min(startsOn.Day, 28) },
        SignedOn = signedOn,
        Languages = { "lo", "th" },
        Terms = new()
        {
            Wage = new() { Minor = 1_300_000, Currency = "THB" },
            WagePeriod = WagePeriod.Month,
            HoursPerWeek = 48,
            DaysPerWeek = 6,
            Workplace = "TH-11",
            MonthlyDeduction = new() { Minor = 0, Currency = "THB" },
            Housing = Housing.EmployerFree,
            InsuranceStated = true,
            NoticeDays = 30,
            LeavingPenalty = false,
            ReturnTravelPaidBy = Payer.Employer,
            ComplaintChannelNamed = true,
        },
    };

    /// <summary>The declaration of a worker who was recruited fairly.</summary>
    public static RecordDeclarationRequest Declared(string contract, Date on, string language) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        ContractId = contract,
        DeclaredOn = on,
        Languages = { language },
        HoldsOwnPapers = true,
        OwesRecruiter = false,
        BorrowedToPay = false,
        FreeToLeave = true,
        HasCopy = true,
        KnowsComplaintChannel = true,
        CostsComplete = true,
    };
}
