// What a department is called.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Department } from '../../../shared/contract/supervision.ts';

/** The name; `null` is no department. */
export function useDepartment(): (department: Department | null) => string {
  const { t } = useTranslation();
  return useCallback(
    (department) => (department === null ? t('supervision.noDepartment') : t(`supervision.department.${department}`)),
    [t],
  );
}
