using Gms.Recruitment.V1;
using Gms.Type.V1;
using Grpc.Core;

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

    /// <summary>Worker and employer sign the first version on paper, and the contract's holder records both.</summary>
    public static async Task Sign(CallInvoker holder, RegisterContractResponse contract, Date on, CancellationToken cancel)
    {
        foreach (var party in new[] { ContractParty.Worker, ContractParty.Employer })
            await new Contracts.ContractsClient(holder).SignContractAsync(new()
            {
                RequestId = Guid.NewGuid().ToString(),
                ContractId = contract.ContractId,
                Version = contract.Version,
                ContractHash = contract.ContractHash,
                Party = party,
                Method = SigningMethod.Ink,
                SignedOn = on,
                Signatory = party == ContractParty.Employer ? "Demonstration Signatory" : "",
            }, cancellationToken: cancel);
    }

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
