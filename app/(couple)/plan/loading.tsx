import { Page } from "@/components/ui/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function PlanLoading() {
  return (
    <Page>
      <Skeleton lines={6} />
    </Page>
  );
}
