using Gms.Platform;
using Gms.Recruitment.Reference;
using Google.Protobuf.Collections;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>The calls of protos/gms/recruitment/v1/contracts.proto, one file each in this folder.</summary>
public sealed partial class ContractsService(RecruitmentDb db, Call call, RecruitmentReference reference, IPeers peers, TimeProvider clock) : Proto.Contracts.ContractsBase
{
    async Task<Contract> Find(string contractId, CancellationToken cancel)
    {
        var id = Read.Id(contractId, "contract_id");
        var contract = await db.Contracts.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.ContractNotFound());
        call.MustReach(contract.Reach, Problems.ContractNotFound());
        return contract;
    }

    /// <summary>Languages as BCP 47 tags: two or three letters, then parts of letters and digits.</summary>
    static string[] ReadLanguages(RepeatedField<string> tags) => tags.Count == 0
        ? throw Refuse.Invalid(PlatformProblems.FieldRequired("languages"))
        : [.. tags.Select((tag, i) => ReadLanguage(tag, $"languages[{i}]")).Distinct()];

    static string ReadLanguage(string tag, string field)
    {
        var parts = Read.Text(tag, field, 20).Split('-');
        var right = parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetterLower) && parts.Skip(1).All(p => p.Length is >= 2 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
        return right ? string.Join('-', parts) : throw Refuse.Invalid(Problems.LanguageMalformed(field));
    }
}
