using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Consents;

partial class ConsentsService
{
    public override Task<Proto.ListConsentTextsResponse> ListConsentTexts(Proto.ListConsentTextsRequest request, ServerCallContext context) =>
        Task.FromResult(new Proto.ListConsentTextsResponse
        {
            Texts =
            {
                from row in purposes.Texts
                from text in row.Texts.OrderBy(t => t.Key, StringComparer.Ordinal)
                select new Proto.ConsentText
                {
                    Purpose = Purposes.TryParse(row.Purpose, out var purpose) ? purpose : Type.V1.Purpose.Unspecified,
                    Version = row.Version,
                    Language = text.Key,
                    Text = text.Value,
                    NeedsReview = row.NeedsReview,
                },
            },
        });
}
