using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Recruitment.Concerns;

/// <summary>Forgets the words of concerns that were answered long ago: nobody knows whom they tell of, so nobody could ask for it.</summary>
public sealed class ForgottenWords(OwnWork work)
{
    /// <summary>Own choice: for so long an office may have to look again.</summary>
    public const int KeptDays = 365;

    /// <returns>Of how many the words went.</returns>
    public async Task<int> Round(DateTimeOffset now, CancellationToken cancel)
    {
        var before = now.AddDays(-KeptDays);
        await using var scope = work.Begin("concern-words-forgotten", Purpose.Complaint);
        return await scope.ServiceProvider.GetRequiredService<RecruitmentDb>().Concerns.Where(c => c.Words != null && c.AnsweredAt < before)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Words, (byte[]?)null), cancel);
    }
}
